package io.goldsmith.connect.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.connect.TestHub;
import io.goldsmith.connect.http.AccountingService;
import io.goldsmith.connect.jdbc.Crm;
import io.goldsmith.connect.preview.PreviewedRow.Outcome;
import io.goldsmith.connect.spi.Watermarks;
import io.goldsmith.matching.settings.SettingsException;
import io.goldsmith.mdm.model.HubConfiguration;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorPreviewTest {

    private static final LocalDateTime MONDAY = LocalDateTime.of(2024, 1, 1, 8, 0);

    private static final String ERP = """
              erp:
                kind: file
                source: erp
                inbox: in
                streams:
                  - name: clients
                    from: clients-*.csv
                    records:
                      key: CODE
                      timestamp: MODIF
                      attributes:
                        party_type: {column: TYPE, codes: {P: person, E: organisation}}
                        family_name: {expression: "upper(NOM)"}
                        birth_date: {column: NE_LE, format: dd/MM/yyyy}
                        phone: TEL
                        email: MEL
                  - name: orders
                    from: orders-*.csv
                    orders: {order: NO, customer: CODE, date: JOUR, amount: {column: MONTANT, decimal: ","}}
            """;

    @TempDir
    Path folder;

    private Preview preview(String connectors, String connector, int records) {
        TestHub.write(folder, "connectors:\n" + connectors);
        return of(connector, records);
    }

    private Preview of(String connector, int records) {
        return new ConnectorPreview(HubConfiguration.read(folder), Clock.systemUTC())
                .of(connector, Optional.empty(), records);
    }

    private void drop(String name, String content) throws IOException {
        Files.createDirectories(folder.resolve("in"));
        Files.writeString(folder.resolve("in").resolve(name), content);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("in"))) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file) + " " + file.toFile().length())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void showsRowsRawMappedStandardAndJudgedAndMovesNoFile() throws IOException {
        drop("clients-1.csv", """
                CODE;TYPE;NOM;NE_LE;TEL;MEL;MODIF
                C1;P;Dupont;17/05/1980;01 45 45 45 45;Anna@Example.FR;2024-01-01
                C2;P;Martin;17/05/2980;;;2024-01-01
                C3;X;Durand;;;;2024-01-01
                C4;P;"Petit;;;;2024-01-01
                C5;P;Roux;;12;;2024-01-01
                """);
        drop("orders-1.csv", "NO;CODE;JOUR;MONTANT\nO1;C1;2024-02-03;12,50\nO2;C1;2024-02-03;much\n");
        List<String> before = files();

        Preview preview = preview(ERP, "erp", 10);

        StreamPreview clients = preview.streams().get(0);
        assertThat(clients.place()).isEqualTo("clients-1.csv");
        assertThat(clients.rows())
                .extracting(PreviewedRow::outcome)
                .containsExactly(
                        Outcome.LANDS, Outcome.QUARANTINED, Outcome.UNREADABLE, Outcome.UNREADABLE, Outcome.LANDS);
        PreviewedRow dupont = clients.rows().get(0);
        assertThat(dupont.key()).isEqualTo("C1");
        assertThat(dupont.raw()).containsEntry("NOM", List.of("Dupont")).containsEntry("NE_LE", List.of("17/05/1980"));
        assertThat(dupont.mapped())
                .containsEntry("family_name", List.of("DUPONT"))
                .containsEntry("birth_date", List.of("1980-05-17"))
                .containsEntry("party_type", List.of("person"));
        assertThat(dupont.standard())
                .containsEntry("phone", List.of("+33145454545"))
                .containsEntry("email", List.of("anna@example.fr"));
        assertThat(clients.rows().get(1).remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.kind()).isEqualTo("rejects");
            assertThat(remark.rule()).isEqualTo("birth-date-not-in-future");
        });
        assertThat(clients.rows().get(2).remarks().get(0).reason()).contains("column TYPE must hold one of");
        assertThat(clients.rows().get(3).remarks().get(0).reason()).contains("a quote is opened");
        assertThat(clients.rows().get(4).remarks())
                .anySatisfy(remark ->
                        assertThat(remark.kind() + " " + remark.attribute()).isEqualTo("not standard phone"));
        assertThat(clients.attributes())
                .filteredOn(attribute -> !attribute.reversible())
                .singleElement()
                .satisfies(attribute -> assertThat(attribute.obstacle()).contains("without write"));
        StreamPreview orders = preview.streams().get(1);
        assertThat(orders.rows().get(0).mapped()).containsEntry("amount", List.of("12.50"));
        assertThat(orders.count(Outcome.UNREADABLE)).isEqualTo(1);
        assertThat(files()).as("nothing was moved").isEqualTo(before);
        assertThat(folder.resolve("data")).as("no database was opened").doesNotExist();
    }

    @Test
    void showsNoMoreRowsThanAreWantedAndTakesThemFromSeveralFiles() throws IOException {
        String header = "CODE;TYPE;NOM;NE_LE;TEL;MEL;MODIF\n";
        drop("clients-1.csv", header + "C1;P;A;;;;2024-01-01\nC2;P;B;;;;2024-01-01\n");
        drop("clients-2.csv", header + "C3;P;C;;;;2024-01-01\nC4;P;D;;;;2024-01-01\n");

        StreamPreview clients = preview(ERP, "erp", 3).streams().get(0);

        assertThat(clients.rows()).extracting(PreviewedRow::key).containsExactly("C1", "C2", "C3");
        assertThat(clients.place()).isEqualTo("clients-1.csv, clients-2.csv");
    }

    @Test
    void whereNoFileWaitsThoseThatWereLandedAreShownTheNewestFirst() throws IOException {
        String header = "CODE;TYPE;NOM;NE_LE;TEL;MEL;MODIF\n";
        drop("clients-1.csv", header + "C1;P;A;;;;2024-01-01\n");
        drop("clients-2.csv", header + "C2;P;B;;;;2024-01-01\n");
        try (TestHub hub = TestHub.open(folder, "connectors:\n" + ERP)) {
            hub.connectors().extract("erp");

            Preview preview = of("erp", 10);

            assertThat(preview.streams().get(0).place())
                    .isEqualTo("clients-2.csv (landed already), clients-1.csv (landed already)");
            assertThat(preview.streams().get(0).rows()).hasSize(2);
            assertThat(preview.streams().get(1).failure()).contains("finds no file orders-*.csv", "check the folder");
            assertThat(preview.isComplete()).isFalse();

            drop("clients-3.csv", header + "C3;P;C;;;;2024-01-02\n");
            StreamPreview clients = of("erp", 2).streams().get(0);
            assertThat(clients.rows())
                    .as("what waits comes first")
                    .extracting(PreviewedRow::key)
                    .containsExactly("C3", "C2");
            assertThat(clients.place()).isEqualTo("clients-3.csv, clients-2.csv (landed already)");
        }
    }

    @Test
    void aFileWithoutTheMappedColumnsSaysSo() throws IOException {
        drop("clients-1.csv", "CODE;TYPE\nC1;P\n");

        assertThat(preview(ERP, "erp", 3).streams().get(0).failure())
                .contains("clients-1.csv", "lacks MEL, MODIF, NE_LE, NOM, TEL");
    }

    @Test
    void looksAtATableBesideARunningHubAndMovesNoWatermark() throws SQLException {
        try (Crm crm = Crm.start("preview")) {
            crm.contact("C1", "Anna", "Smith", "1 rue A", "Paris", MONDAY);
            crm.contact("C2", "Jean", "Dupont", "2 rue B", "Lyon", MONDAY);
            try (TestHub hub = TestHub.open(folder, "connectors:\n" + crm.yaml())) {
                StreamPreview contacts = of("crm", 1).streams().get(0);

                assertThat(contacts.rows()).hasSize(1);
                assertThat(contacts.rows().get(0).mapped()).containsEntry("birth_date", List.of("1980-05-17"));
                assertThat(new Watermarks(hub.hub().store()).of("crm", "contacts"))
                        .isEmpty();
                assertThat(hub.hub().sourceRecords().countPending()).isZero();
                assertThat(hub.connectors().extract("crm").counts().landed()).isEqualTo(2);
            }
        }
    }

    /** The hundredth row of the view divides by zero, and another view counts in a sequence. */
    @Test
    void readsOfPostgreSqlWhatItShowsAndNoMoreAndWritesNothing() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create view client as select i as id, 1 / (100 - i) as looked,"
                    + " timestamp '2024-01-01 00:00:00' as changed from generate_series(1, 200000) as i");
            statement.execute("create sequence looks");
            statement.execute("create view counting as select 1 as id, nextval('looks') as looked,"
                    + " timestamp '2024-01-01 00:00:00' as changed");
            String yaml = """
                      crm:
                        kind: jdbc
                        source: crm
                        url: "%s"
                        streams:
                          - {name: c, from: client, records: {key: id, timestamp: changed, attributes: {town: looked}}}
                    """.formatted(postgres.getJdbcUrl("postgres", "postgres"));

            assertThat(preview(yaml, "crm", 99).streams().get(0).rows()).hasSize(99);
            assertThat(preview(yaml, "crm", 100).streams().get(0).failure()).contains("cannot read client");
            assertThat(preview(yaml.replace("from: client", "from: counting"), "crm", 1)
                            .streams()
                            .get(0)
                            .failure())
                    .as("the transaction only reads")
                    .contains("SQL state 25006");
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsToldWithoutStoppingThePreview() {
        String yaml = """
                  crm:
                    kind: jdbc
                    source: crm
                    url: "jdbc:h2:tcp://localhost:1/none"
                    streams:
                      - {name: contacts, from: CONTACT, records: {key: ID, timestamp: AT, attributes: {town: CITY}}}
                """;

        assertThat(preview(yaml, "crm", 5).streams().get(0).failure())
                .contains("Connector crm cannot reach jdbc:h2:tcp://localhost:1/none", "check that");
    }

    @Test
    void asksAServiceForAPageAsSmallAsItNeeds() throws IOException {
        try (AccountingService accounting = AccountingService.start()) {
            for (int i = 1; i <= 5; i++) {
                accounting.customer(
                        "K" + i,
                        "NOM" + i + " Jean",
                        "k" + i + "@example.fr",
                        i + " rue A",
                        Instant.parse("2024-01-01T00:00:00Z"));
            }
            String yaml = accounting.yaml();

            assertThat(preview(yaml, "accounting", 1).streams().get(0).rows())
                    .extracting(PreviewedRow::key)
                    .containsExactly("K1");
            assertThat(preview(yaml, "accounting", 3).streams().get(0).rows())
                    .as("two pages of two")
                    .extracting(PreviewedRow::key)
                    .containsExactly("K1", "K2", "K3");
        }
    }

    @Test
    void aWrongCallIsToldWithWhatThereIs() {
        TestHub.write(folder, "connectors:\n" + ERP);
        ConnectorPreview previews = new ConnectorPreview(HubConfiguration.read(folder), Clock.systemUTC());

        assertThatThrownBy(() -> previews.of("epr", Optional.empty(), 10))
                .isInstanceOf(UnknownConnectorException.class)
                .hasMessageContaining("did you mean \"erp\"?");
        assertThatThrownBy(() -> previews.of("erp", Optional.of("order"), 10))
                .hasMessageContaining("did you mean \"orders\"?");
        assertThatThrownBy(() -> previews.of("erp", Optional.empty(), 0)).hasMessageContaining("from 1 to 10000");
        TestHub.write(folder, "connectors:\n" + ERP.replace("upper(NOM)", "uper(NOM)"));
        assertThatThrownBy(() -> of("erp", 10))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("family_name.expression");
    }
}
