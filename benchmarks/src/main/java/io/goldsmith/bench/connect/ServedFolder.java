package io.goldsmith.bench.connect;

import io.goldsmith.bench.figure.BenchException;
import io.goldsmith.bench.hub.HubFolder;
import io.goldsmith.bench.hub.PostgreSqlServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The folder of a hub with three systems: a database that is polled each second, and two services that are read and written. */
final class ServedFolder {

    private static final String SECRET = "secrets/crm-database";
    /** The bearer token with which persons are pushed. */
    static final String TOKEN = "a token of a benchmark";

    private static final String TOKEN_FILE = "secrets/push-token";
    private static final String USER_FILE = "secrets/steward";
    private static final List<String> SERVICES = List.of("erp", "accounting");
    private static final String EVERY_SECOND = "1s";

    private ServedFolder() {}

    /** Writes the configuration. */
    static void write(Path folder, String hub, String crm, List<TargetService> services) {
        Map<String, Object> connectors = new LinkedHashMap<>();
        Map<String, Object> targets = new LinkedHashMap<>();
        connectors.put("crm", crm(crm));
        connectors.put("shop", shop());
        for (int i = 0; i < services.size(); i++) {
            String system = SERVICES.get(i);
            connectors.put(system, service(system, services.get(i).url()));
            targets.put(
                    system,
                    Map.of(
                            "source",
                            system,
                            "kind",
                            "http",
                            "mapping",
                            system + "/persons",
                            "attributes",
                            List.of("street")));
        }
        try {
            Files.createDirectories(folder.resolve("secrets"));
            Files.writeString(folder.resolve(SECRET), PostgreSqlServer.USER);
            Files.writeString(folder.resolve(TOKEN_FILE), TOKEN);
            Files.writeString(folder.resolve(USER_FILE), "nobody signs in to a benchmark");
        } catch (IOException e) {
            throw new BenchException("The hub's folder cannot be made in " + folder + ".", e);
        }
        // Everybody moves every few seconds: after a hiccup, more customers change at once than a real hub may let
        // pass.
        Map<String, Object> section =
                new LinkedHashMap<>(HubFolder.hub(hub, PostgreSqlServer.USER, PostgreSqlServer.USER));
        section.put("blast-radius", Map.of("share", 1, "at-least", 0));
        HubFolder.write(
                folder,
                hub,
                PostgreSqlServer.USER,
                PostgreSqlServer.USER,
                Map.of(
                        "connectors",
                        connectors,
                        "hub",
                        section,
                        "replication",
                        targets,
                        "console",
                        Map.of(
                                "users",
                                List.of(Map.of(
                                        "name",
                                        "steward",
                                        "password",
                                        "${file:" + USER_FILE + "}",
                                        "roles",
                                        List.of("steward")))),
                        "survivorship",
                        Map.of("default", Map.of("strategy", "most-recent"))));
    }

    private static Map<String, Object> crm(String url) {
        return Map.of(
                "kind",
                "jdbc",
                "source",
                "crm",
                "url",
                url,
                "user",
                PostgreSqlServer.USER,
                "password",
                "${file:" + SECRET + "}",
                "schedule",
                EVERY_SECOND,
                "streams",
                List.of(stream(CrmTable.NAME, "ID", "CHANGED_AT", "GIVEN", "FAMILY", "BORN", "EMAIL", "STREET")));
    }

    /** The same persons of the same system, pushed. */
    private static Map<String, Object> shop() {
        Map<String, Object> stream =
                new LinkedHashMap<>(stream("", "/id", "/updatedAt", "/given", "/family", "/born", "/email", "/street"));
        stream.remove("from");
        return Map.of(
                "kind",
                "push",
                "source",
                "crm",
                "tokens",
                List.of("${file:" + TOKEN_FILE + "}"),
                "streams",
                List.of(stream));
    }

    private static Map<String, Object> service(String system, String url) {
        return Map.of(
                "kind",
                "http",
                "source",
                system,
                "url",
                url,
                "page-size",
                1_000,
                "schedule",
                EVERY_SECOND,
                "streams",
                List.of(stream("/persons", "/id", "/updatedAt", "/given", "/family", "/born", "/email", "/street")));
    }

    private static Map<String, Object> stream(
            String from,
            String key,
            String changed,
            String given,
            String family,
            String born,
            String email,
            String street) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("party_type", Map.of("constant", "person"));
        attributes.put("given_name", given);
        attributes.put("family_name", family);
        attributes.put("birth_date", born);
        attributes.put("email", email);
        attributes.put("street", street);
        return Map.of(
                "name",
                "persons",
                "from",
                from,
                "records",
                Map.of("key", key, "timestamp", changed, "attributes", attributes));
    }
}
