package io.goldsmith.connect.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.ConnectorConfiguration;
import io.goldsmith.connect.TestHub;
import io.goldsmith.connect.http.AccountingService;
import io.goldsmith.connect.settings.AttributeMappingSettings;
import io.goldsmith.connect.settings.RecordsSettings;
import io.goldsmith.mdm.model.HubConfiguration;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Suggestions for real sources, each loaded again as the configuration that it is. */
class ConnectorSuggestionTest {

    private static final List<String> FAMILIES =
            List.of("Dupont", "Martin", "Bernard", "Petit", "Durand", "Leroy", "Moreau", "Simon", "Laurent", "Michel");
    private static final List<String> GIVEN =
            List.of("Jean", "Marie", "Pierre", "Anne", "Paul", "Julie", "Luc", "Claire", "Louis", "Emma");

    @TempDir
    Path folder;

    private String suggestion(String connectors) {
        TestHub.write(folder, "connectors:\n" + connectors);
        return new ConnectorSuggestion(HubConfiguration.read(folder)).of("crm");
    }

    private RecordsSettings loaded(String suggestion, int stream) {
        TestHub.write(folder, suggestion);
        return ConnectorConfiguration.of(HubConfiguration.read(folder))
                .connectors()
                .connectors()
                .get("crm")
                .streams()
                .get(stream)
                .records()
                .orElseThrow();
    }

    @Test
    void findsKeysTypesAndCodesOfAPostgreSqlTable() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table client (prenom text, nom text, created_at timestamp, numero int primary key,"
                            + " date_naissance date, telephone text, portable text, optin_profilage boolean, remarque text,"
                            + " updated_at timestamptz)");
            statement.execute("create table orders (ref int primary key, amount numeric, at timestamp)");
            statement.execute("insert into orders values (1, 2.50, now())");
            for (int i = 0; i < 40; i++) {
                statement.execute(("insert into client values ('%s', '%s', now(), %d, date '1980-01-01' + %d,"
                                + " '01454545%02d', '06454545%02d', %s, null, now())")
                        .formatted(GIVEN.get(i % 10), FAMILIES.get(i / 4), 100 + i, 31 * i, i, i, i % 3 == 0));
            }
            String suggestion = suggestion("""
                      crm:
                        kind: jdbc
                        source: crm
                        url: "%s"
                        streams: [{name: clients, from: client}, {name: orders, from: orders}]
                    """.formatted(postgres.getJdbcUrl("postgres", "postgres")));

            RecordsSettings records = loaded(suggestion, 0);
            assertThat(records.key()).isEqualTo("numero");
            assertThat(records.timestamp().column()).isEqualTo("updated_at");
            Map<String, AttributeMappingSettings> attributes = records.attributes();
            assertThat(attributes.get("given_name")).isEqualTo(AttributeMappingSettings.column("prenom"));
            assertThat(attributes.get("family_name")).isEqualTo(AttributeMappingSettings.column("nom"));
            assertThat(attributes.get("birth_date")).isEqualTo(AttributeMappingSettings.column("date_naissance"));
            assertThat(attributes.get("phone").columns()).containsExactly("telephone", "portable");
            assertThat(attributes.get("consent_profiling").codes())
                    .isEqualTo(Map.of("true", "granted", "false", "refused"));
            assertThat(attributes.get("party_type").constant()).contains("person");
            assertThat(suggestion)
                    .contains("the primary key", "not placed: remarque, 0 % filled", "not placed: created_at")
                    .contains("orders, 1 rows looked at; not enough was found for records", "# - name: orders")
                    .doesNotContain("Dupont", "Jean", "454545");
        }
    }

    @Test
    void findsPatternsSeparatorsAndWhatHoldsSeveralOfAFile() throws IOException {
        Files.createDirectories(folder.resolve("in"));
        StringBuilder csv = new StringBuilder("Ref;Name;DOB;Mails;Kind;Maj\n");
        for (int i = 0; i < 40; i++) {
            boolean person = i % 4 != 3;
            csv.append("R%03d;%s;%s;%s;%s;%s\n"
                    .formatted(
                            i,
                            person
                                    ? FAMILIES.get(i % 10).toUpperCase() + " " + GIVEN.get(i / 4)
                                    : FAMILIES.get(i % 10) + " et fils SARL",
                            person
                                    ? i % 10 == 0
                                            ? "1980" + "01%02d".formatted(1 + i % 28)
                                            : "12/%02d/1980".formatted(13 + i % 15)
                                    : "",
                            i % 3 == 0
                                    ? "a%d@example.fr|b%d@example.fr".formatted(i, i)
                                    : "a%d@example.fr".formatted(i),
                            person ? "PP" : "PM",
                            "%02d.03.2024 10:00:00".formatted(1 + i % 28)));
        }
        Files.writeString(folder.resolve("in/clients-1.csv"), csv);
        // A later version of the first record: its key stands there twice, each time of change once.
        String later = csv.toString().lines().skip(1).findFirst().orElseThrow().replace(".03.2024 10", ".04.2024 11");
        Files.writeString(folder.resolve("in/clients-2.csv"), "Ref;Name;DOB;Mails;Kind;Maj\n" + later + "\n");

        String suggestion = suggestion("""
                  crm: {kind: file, source: crm, inbox: in, streams: [{name: clients, from: clients-*.csv}]}
                """);

        RecordsSettings records = loaded(suggestion, 0);
        assertThat(records.key()).isEqualTo("Ref");
        assertThat(records.timestamp().format()).contains("dd.MM.yyyy HH:mm:ss");
        Map<String, AttributeMappingSettings> attributes = records.attributes();
        assertThat(attributes.get("birth_date").format()).containsExactly("MM/dd/yyyy", "yyyyMMdd");
        assertThat(attributes.get("email").split()).contains("|");
        assertThat(attributes.get("party_type").codes()).isEqualTo(Map.of("PP", "person", "PM", "organisation"));
        assertThat(attributes.get("family_name").when().orElseThrow().is()).isEqualTo("PP");
        assertThat(attributes.get("company_name").when().orElseThrow().is()).isEqualTo("PM");
        assertThat(suggestion).contains("name no time zone; UTC is a guess").doesNotContain("DUPONT", "Jean", "SARL");
    }

    @Test
    void findsTheElementsOfArrays() throws IOException {
        try (AccountingService service = AccountingService.start()) {
            for (int i = 0; i < 30; i++) {
                service.customerOf("""
                        {"id": "K%02d", "updatedAt": "2024-01-01T00:00:%02dZ", "person": {"firstName": "%s", "lastName": "%s"},
                         "contacts": [{"phone": "01454545%02d"}, {"phone": "06454545%02d"}]}
                        """.formatted(i, i, GIVEN.get(i % 10), FAMILIES.get(i / 3), i, i));
            }
            String suggestion = suggestion("""
                      crm:
                        kind: http
                        source: crm
                        url: "http://localhost:%d"
                        token: "${file:secrets/password}"
                        streams: [{name: customers, from: /customers}]
                    """.formatted(service.port()));

            RecordsSettings records = loaded(suggestion, 0);
            assertThat(records.key()).isEqualTo("/id");
            assertThat(records.attributes().get("phone"))
                    .isEqualTo(AttributeMappingSettings.column("/contacts/*/phone"));
            assertThat(records.attributes().get("given_name"))
                    .isEqualTo(AttributeMappingSettings.column("/person/firstName"));
            assertThat(suggestion)
                    .as("secrets stay references")
                    .contains("token: \"${file:secrets/password}\"")
                    .doesNotContain("0123456789-secret");
        }
    }

    @Test
    void findsPathsInXmlAndFieldsOfFixedWidthAndKeepsHowFilesAreWritten() throws IOException {
        Files.createDirectories(folder.resolve("in"));
        StringBuilder xml = new StringBuilder("<export>");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            xml.append(("<partner id=\"P%02d\"><person><firstName>%s</firstName><lastName>%s</lastName></person>"
                            + "<phone>01454545%02d</phone><updated>2024-01-01T00:00:%02dZ</updated></partner>")
                    .formatted(i, GIVEN.get(i % 10), FAMILIES.get(i / 3), i, i));
            lines.append("M%03d%-12s2024-01-01T00:00:%02dZ%n".formatted(i, FAMILIES.get(i / 3), i));
        }
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("in/p.xml.gz")))) {
            packed.write(xml.append("</export>").toString().getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(folder.resolve("in/m.txt"), lines);

        String suggestion = suggestion("""
                  crm:
                    kind: file
                    source: crm
                    inbox: in
                    streams:
                      - {name: partners, from: p.xml.gz, format: xml, item: /export/partner}
                      - {name: members, from: m.txt, format: fixed-width, fields: {NUMBER: 1-4, LASTNAME: 5-16, CHANGED: 17-36}}
                """);

        RecordsSettings partners = loaded(suggestion, 0);
        assertThat(partners.key()).isEqualTo("@id");
        assertThat(partners.timestamp().column()).isEqualTo("updated");
        assertThat(partners.attributes().get("given_name"))
                .isEqualTo(AttributeMappingSettings.column("person/firstName"));
        assertThat(partners.attributes().get("phone")).isEqualTo(AttributeMappingSettings.column("phone"));
        RecordsSettings members = loaded(suggestion, 1);
        assertThat(members.key()).isEqualTo("NUMBER");
        assertThat(members.attributes().get("family_name")).isEqualTo(AttributeMappingSettings.column("LASTNAME"));
        assertThat(suggestion).contains("format: xml", "item: /export/partner", "\"LASTNAME\":\"5-16\"");
    }

    @Test
    void aSourceThatCannotBeReadIsToldWithWhatToCheck() {
        assertThatThrownBy(() -> suggestion("""
                  crm: {kind: file, source: crm, inbox: nowhere, streams: [{name: clients, from: clients-*.csv}]}
                """))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("finds no file clients-*.csv");
    }

    @Test
    void whatIsNotCompleteIsShownAsCommentsAndSaysSo() throws IOException {
        Files.createDirectories(folder.resolve("in"));
        Files.writeString(folder.resolve("in/clients-1.csv"), "Nom;Ville\nDupont;Paris\nDupont;Lyon\n");

        assertThat(suggestion("""
                  crm: {kind: file, source: crm, inbox: in, streams: [{name: clients, from: clients-*.csv}]}
                """))
                .startsWith("# Nothing here is complete")
                .contains("# - name: clients", "#       family_name: Nom", "timestamp: no column holds a point in time")
                .doesNotContain("Dupont", "Lyon");
    }
}
