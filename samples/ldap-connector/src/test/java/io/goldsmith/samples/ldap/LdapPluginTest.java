package io.goldsmith.samples.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that finds the plugin as a jar in its folder, as an operator puts it there. */
class LdapPluginTest {

    @TempDir
    private Path hub;

    private static Path whereLies(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private void install() throws IOException, URISyntaxException {
        Path folder = Files.createDirectories(hub.resolve("plugins/ldap"));
        Path library = whereLies(LDAPConnection.class);
        Files.copy(library, folder.resolve(library.getFileName()));
        Path classes = whereLies(LdapKind.class);
        try (OutputStream file = Files.newOutputStream(folder.resolve("ldap-connector.jar"));
                JarOutputStream jar = new JarOutputStream(file);
                Stream<Path> tree = Files.walk(classes)) {
            for (Path entry : tree.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(
                        new JarEntry(classes.relativize(entry).toString().replace('\\', '/')));
                Files.copy(entry, jar);
            }
        }
    }

    private void configure(LdapServer server) throws IOException {
        Files.createDirectories(hub.resolve("secrets"));
        Files.writeString(hub.resolve("secrets/password"), LdapServer.PASSWORD);
        Files.writeString(hub.resolve("goldsmith.yaml"), """
                hub:
                  database: {url: "jdbc:h2:file:./data/hub", user: sa, password: "${file:secrets/password}"}
                  profile-key: "${file:secrets/password}"
                model:
                  attributes:
                    party_type: {type: code, values: [person, organisation]}
                    family_name: {type: person-name, part: family, sensitivity: direct-identifier}
                    phone: {type: phone, multi-valued: true, sensitivity: direct-identifier}
                sources:
                  people: {party: first, trust: 80, purposes: [operations]}
                matching:
                  thresholds: {automatic: 0.95, review: 0.5}
                  prior: 0.001
                  max-block-size: 300
                  blocking:
                    - keys: [{attribute: phone}]
                  comparisons:
                    - attribute: family_name
                      kind: name
                      levels:
                        - {level: exact, m: 0.9, u: 0.01}
                        - {level: else, m: 0.1, u: 0.99}
                survivorship:
                  default: {strategy: most-recent}
                connectors:
                  people:
                    kind: plugin
                    plugin: ldap
                    source: people
                    full-extract: true
                    options:
                      url: "%s"
                      bind-dn: "%s"
                      password: "${file:secrets/password}"
                      start-tls: false
                    streams:
                      - name: people
                        from: "%s"
                        records:
                          key: uid
                          timestamp: modifyTimestamp
                          attributes:
                            party_type: {constant: person}
                            family_name: sn
                            phone: telephoneNumber
                """.formatted(
                        server.options().get("url"), server.options().get("bind-dn"), server.from()));
    }

    private String extract() throws Exception {
        return HubProcess.extract(hub, "people", List.of(whereLies(LdapKind.class), whereLies(LDAPConnection.class)));
    }

    @Test
    void theHubLandsThePeopleOfADirectoryAndDeletesThoseWhoLeft() throws Exception {
        install();
        try (LdapServer server = new LdapServer()) {
            for (int i = 0; i < 30; i++) {
                server.put("p" + i, "Durand" + i);
            }
            configure(server);
            assertThat(extract()).contains("REPORT DONE", "landed=30");
            server.put("p1", "Martin");
            server.remove("p2");
            assertThat(extract()).contains("REPORT DONE", "landed=1,", "unchanged=28", "vanished=1");
        }
    }

    @Test
    void withoutItsLibraryThePluginIsToldAsIncomplete() throws Exception {
        install();
        Files.delete(hub.resolve("plugins/ldap")
                .resolve(whereLies(LDAPConnection.class).getFileName()));
        try (LdapServer server = new LdapServer()) {
            configure(server);
            assertThat(extract())
                    .contains("The connector in plugins/ldap cannot be loaded", "LDAPException", "its libraries");
        }
    }
}
