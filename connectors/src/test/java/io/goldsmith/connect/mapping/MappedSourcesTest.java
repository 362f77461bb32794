package io.goldsmith.connect.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.ExtractionReport;
import io.goldsmith.connect.TestHub;
import io.goldsmith.connect.http.AccountingService;
import io.goldsmith.connect.jdbc.Crm;
import io.goldsmith.matching.record.AttributeValues;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Expressions, code tables and nested arrays on the way from real sources into a real hub. */
class MappedSourcesTest {

    @TempDir
    Path folder;

    private static AttributeValues landed(TestHub hub, String key) {
        return hub.hub().goldenRecords().search(key, 0, 1).records().get(0).attributes();
    }

    @Test
    void everyElementOfANestedArrayIsAValue() throws IOException {
        try (AccountingService accounting = AccountingService.start()) {
            accounting.customerOf("""
                    {"id": "K1", "updatedAt": "2024-01-01T00:00:00Z", "names": [{"last": "Dupont", "first": ["Jean", "Luc"]}],
                     "contacts": [{"numbers": [{"n": "01 45 45 45 45"}, {"n": null}]}, {}, {"numbers": [{"n": "06 45 45 45 45"}]}],
                     "emails": ["a@example.fr", "", 7, "b@example.fr"], "city": ["no text"]}
                    """);
            String yaml = """
                    connectors:
                      accounting:
                        kind: http
                        source: accounting
                        url: "http://localhost:%d"
                        token: "${file:secrets/password}"
                        streams:
                          - name: customers
                            from: /customers
                            records:
                              key: /id
                              timestamp: /updatedAt
                              attributes:
                                party_type: {constant: person}
                                family_name: /names/0/last
                                given_name: {expression: "join(row['/names/*/first/*'], ' ')"}
                                phone: /contacts/*/numbers/*/n
                                email: {expression: "row['/emails/*']"}
                                town: /city
                    """.formatted(accounting.port());
            try (TestHub hub = TestHub.open(folder, yaml)) {
                assertThat(hub.connectors()
                                .extract("accounting")
                                .extractions()
                                .get(0)
                                .message())
                        .isEmpty();

                AttributeValues jean = landed(hub, "K1");
                assertThat(jean.all("phone")).containsExactlyInAnyOrder("+33145454545", "+33645454545");
                assertThat(jean.all("email")).contains("a@example.fr", "b@example.fr");
                assertThat(jean.all("given_name")).containsExactly("Jean Luc");
                assertThat(jean.all("family_name")).containsExactly("Dupont");
                assertThat(jean.isKnown("town")).as("an array is no text").isFalse();
            }
        }
    }

    @Test
    void aRowForWhichAnExpressionFailsWaitsInQuarantineAndTheRestGoesOn() throws SQLException {
        LocalDateTime monday = LocalDateTime.of(2024, 1, 1, 8, 0);
        try (Crm crm = Crm.start("mapped")) {
            crm.contact("C1", "Anna", "Smith", "1 rue A", "75007 Paris", monday);
            crm.contact("C2", "Jean", "Dupont", "2 rue B", "Lyon", monday);
            String yaml = crm.yaml()
                    .replace(
                            "town: CITY",
                            "town: {expression: \"number(before(CITY, ' ')) > 0 ? after(CITY, ' ') : ''\"}");
            try (TestHub hub = TestHub.open(folder, "connectors:\n" + yaml)) {
                ExtractionReport report =
                        hub.connectors().extract("crm").extractions().get(0);

                assertThat(report.counts().landed()).isEqualTo(1);
                assertThat(report.counts().unreadable()).isEqualTo(1);
                assertThat(landed(hub, "C1").all("town")).containsExactly("Paris");
                assertThat(hub.hub().quarantine().waiting(0, 10))
                        .singleElement()
                        .satisfies(entry -> {
                            assertThat(entry.origin()).isEqualTo("CONTACT C2");
                            assertThat(entry.reasons().toString())
                                    .contains("the expression of attribute town fails", "needs a number")
                                    .doesNotContain("Lyon");
                        });
            }
        }
    }

    @Test
    void readsTypesAndCodesOfPostgreSql() throws IOException, SQLException {
        Files.writeString(folder.resolve("tiers.csv"), "code,tier\n1,bronze\n2,silver\n");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create table client (id int primary key, nom text, tier smallint, ok boolean,"
                        + " ca numeric(12,2), born date, changed timestamptz)");
                statement.execute("insert into client values"
                        + " (1, 'Dupont', 2, true, 1234.50, date '1980-05-17', timestamptz '2024-01-01 00:00:00+00')");
            }
            String yaml = """
                    connectors:
                      crm:
                        kind: jdbc
                        source: crm
                        url: "%s"
                        streams:
                          - name: clients
                            from: client
                            records:
                              key: id
                              timestamp: changed
                              attributes:
                                family_name: {expression: "upper(nom)"}
                                loyalty_tier: {column: tier, codes-file: tiers.csv}
                                consent_profiling: {expression: "ok == 'true' ? 'granted' : 'refused'"}
                                street: {column: ca, number: {}}
                                birth_date: born
                    """.formatted(postgres.getJdbcUrl("postgres", "postgres"));
            try (TestHub hub = TestHub.open(folder, yaml)) {
                hub.connectors().extract("crm");

                AttributeValues dupont = landed(hub, "DUPONT");
                assertThat(dupont.all("family_name")).containsExactly("DUPONT");
                assertThat(dupont.all("loyalty_tier")).containsExactly("silver");
                assertThat(dupont.all("consent_profiling")).containsExactly("granted");
                assertThat(dupont.all("street")).containsExactly("1234.50");
                assertThat(dupont.all("birth_date")).containsExactly("1980-05-17");
            }
        }
    }

    /** Accounting has town and postcode in one line; the CRM says that Anna moved. */
    @Test
    void whatAnExpressionReadsIsWrittenBackToATargetAndRecognisedWhenItComesBack() throws IOException, SQLException {
        LocalDateTime monday = LocalDateTime.of(2024, 1, 1, 8, 0);
        try (AccountingService accounting = AccountingService.start();
                Crm crm = Crm.start("moving")) {
            crm.contact("C1", "Anna", "Smith", "1 rue A", "Paris", monday);
            accounting.customerOf("""
                    {"id": "K1", "displayName": "SMITH Anna", "birthDate": "1980-05-17", "email": "c1@example.fr",
                     "place": "75001, Paris", "updatedAt": "2024-01-01T00:00:00Z"}
                    """);
            String yaml = accounting
                    .yaml()
                    .replaceFirst("street: /address/line1\\s+", "")
                    .replace(
                            "postcode: /address/zip",
                            "postcode: {expression: \"before(row['/place'], ',')\", write: \"postcode + ', ' + town\"}")
                    .replace(
                            "town: /address/city",
                            "town: {expression: \"after(row['/place'], ',')\", write: \"postcode + ', ' + town\"}");
            String targets = """
                    replication:
                      accounting: {kind: http, source: accounting, mapping: accounting/customers, attributes: [postcode, town]}
                    """;
            try (TestHub hub = TestHub.open(folder, "connectors:\n" + crm.yaml() + yaml + targets)) {
                hub.connectors().extractAll();
                hub.connectors().startReplicationFromHere();
                crm.contact("C1", "Anna", "Smith", "1 rue A", "Lyon", LocalDateTime.now());

                hub.connectors().extract("crm");

                assertThat(accounting.customer("K1").path("place").asString()).isEqualTo("75001, Lyon");
                assertThat(accounting.puts()).hasSize(1);
                hub.connectors().extract("accounting");
                hub.connectors().settle("test");
                assertThat(accounting.puts()).as("nothing is echoed").hasSize(1);
            }
        }
    }
}
