package io.goldsmith.connect.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.ExtractionCounts;
import io.goldsmith.connect.ExtractionReport;
import io.goldsmith.connect.TestHub;
import io.goldsmith.connect.settings.ConnectorsSettings;
import io.goldsmith.connect.settings.JdbcConnectorSettings;
import io.goldsmith.connect.spi.Watermarks;
import io.goldsmith.mdm.run.RunState;
import io.goldsmith.mdm.source.Delivery;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcConnectorTest {

    private static final LocalDateTime MONDAY = LocalDateTime.of(2024, 3, 4, 9, 0);

    @TempDir
    Path folder;

    private Crm crm;

    @BeforeEach
    void start() throws SQLException {
        crm = Crm.start("crm" + System.nanoTime());
    }

    @AfterEach
    void stop() {
        crm.close();
    }

    private TestHub hub() {
        return TestHub.open(folder, "connectors:\n" + crm.yaml());
    }

    private static ExtractionReport extract(TestHub hub) {
        return hub.connectors().extract("crm").extractions().get(0);
    }

    @Test
    void landsEverythingThenOnlyWhatChanged() throws SQLException {
        crm.contact("C1", "Anna", "Smith", "1 rue A", "Paris", MONDAY);
        crm.contact("C2", "Jean", "Dupont", "2 rue B", "Lyon", MONDAY.plusDays(1));
        try (TestHub hub = hub()) {
            assertThat(extract(hub).counts()).isEqualTo(new ExtractionCounts(2, 2, 0, 0, 0, 0, 0));

            crm.contact("C2", "Jean", "Dupont", "3 rue C", "Lyon", MONDAY.plusDays(2));

            assertThat(extract(hub).counts().landed()).isEqualTo(1);
            assertThat(hub.hub().goldenRecords().search("C2", 0, 10).records())
                    .singleElement()
                    .satisfies(golden ->
                            assertThat(golden.attributes().first("street")).contains("3 rue C"));
        }
    }

    @Test
    void findsARowThatWasCommittedLateWithinTheOverlap() throws SQLException {
        crm.contact("C1", "Anna", "Smith", "1 rue A", "Paris", MONDAY);
        try (TestHub hub = hub()) {
            extract(hub);
            crm.contact("C2", "Jean", "Dupont", "2 rue B", "Lyon", MONDAY.minusSeconds(1));

            assertThat(extract(hub).counts()).isEqualTo(new ExtractionCounts(2, 1, 1, 0, 0, 0, 0));
        }
    }

    @Test
    void goesOnFromItsWatermarkAfterARestart() throws SQLException {
        crm.contact("C1", "Anna", "Smith", "1 rue A", "Paris", MONDAY);
        crm.contact("C2", "Jean", "Dupont", "2 rue B", "Lyon", MONDAY.plusDays(1));
        try (TestHub hub = hub()) {
            extract(hub);
        }
        try (TestHub hub = hub()) {
            assertThat(extract(hub).counts()).isEqualTo(new ExtractionCounts(1, 0, 1, 0, 0, 0, 0));
        }
    }

    @Test
    void landsMoreThanABatchAndGivesTheConnectionBack() throws SQLException {
        crm.execute(
                "insert into CONTACT select 'C' || x, 'Given' || x, 'Family' || x, date '1980-01-01', 'rue', '75001', 'Paris',"
                        + " 'c' || x || '@example.fr', timestamp '2024-01-01 00:00:00' from system_range(1, 4500)");
        try (TestHub hub = hub()) {
            assertThat(extract(hub).counts().landed()).isEqualTo(4_500);
            assertThat(extract(hub).isDone()).isTrue();
            assertThat(openStatements()).isZero();
        }
    }

    private long openStatements() throws SQLException {
        try (Connection connection = DriverManager.getConnection(crm.url(), "sa", "");
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("select count(*) from information_schema.sessions"
                                + " where executing_statement is not null and session_id <> session_id()")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void aBirthDateInTheFutureWaitsInQuarantineAndTheRestGoesOn() throws SQLException {
        crm.contact("C1", "Anna", "Smith", "1 rue A", "Paris", MONDAY);
        crm.contact("C2", "Jean", "Dupont", "2 rue B", "Lyon", MONDAY);
        crm.execute("update CONTACT set BIRTHDATE = date '2990-01-01' where CONTACT_ID = 'C1'");
        try (TestHub hub = hub()) {
            assertThat(extract(hub).counts()).isEqualTo(new ExtractionCounts(2, 1, 0, 0, 1, 0, 0));
            assertThat(hub.hub().quarantine().countWaiting()).isEqualTo(1);
            assertThat(hub.hub().runs().latest(1).get(0).counts()).containsEntry("quarantined", 1L);
        }
    }

    @Test
    void aRowWithoutTimestampIsUnreadableNotLost() throws SQLException {
        crm.execute("insert into CONTACT (CONTACT_ID, LAST_NAME) values ('C9', 'Nobody')");
        try (TestHub hub = hub()) {
            assertThat(extract(hub).counts().unreadable()).isEqualTo(1);
            assertThat(hub.hub().quarantine().waiting(0, 10)).singleElement().satisfies(entry -> {
                assertThat(entry.origin()).isEqualTo("CONTACT C9");
                assertThat(entry.reasons().toString()).contains("LAST_MODIFIED").doesNotContain("Nobody");
            });
        }
    }

    @Test
    void aDatabaseThatRefusesConnectionsFailsTheRunWithWhatToCheck() {
        crm.close();
        try (TestHub hub = hub()) {
            ExtractionReport report = extract(hub);

            assertThat(report.state()).isEqualTo(RunState.FAILED);
            assertThat(report.message()).contains("Connector crm cannot reach jdbc:h2:tcp://localhost:", "check that");
            assertThat(hub.hub().runs().latest(1).get(0).state()).isEqualTo(RunState.FAILED);
        }
    }

    @Test
    void aMissingColumnFailsTheRunWithWhatToCheck() throws SQLException {
        crm.execute("alter table CONTACT drop column CITY");
        try (TestHub hub = hub()) {
            assertThat(extract(hub).message()).contains("cannot read CONTACT", "check that table and columns exist");
        }
    }

    @Test
    void anUnknownConnectorIsToldWithTheKnownOnes() {
        try (TestHub hub = hub()) {
            assertThatThrownBy(() -> hub.connectors().extract("crn"))
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContaining("those of goldsmith.yaml are crm");
        }
    }

    @Test
    void readsWithoutLandingAndWithoutMovingTheWatermark() throws Exception {
        crm.contact("C1", "Anna", "Smith", "1 rue A", "Paris", MONDAY);
        crm.contact("C2", "Paul", "Martin", "2 rue B", "Lyon", MONDAY);
        try (TestHub hub = hub();
                DefaultCamelContext camel = new DefaultCamelContext();
                JdbcConnector connector = JdbcConnector.open(
                        "other",
                        (JdbcConnectorSettings) hub.hub()
                                .configuration()
                                .section(ConnectorsSettings.class)
                                .orElseThrow()
                                .connectors()
                                .get("crm"),
                        hub.hub().configuration().folder(),
                        new Watermarks(hub.hub().store()),
                        camel,
                        Clock.systemUTC())) {
            camel.start();
            List<Delivery> read = new ArrayList<>();

            assertThat(connector.read("contacts", (asOf, delivery) -> read.add(delivery)))
                    .as("a table is all that there is")
                    .isTrue();

            assertThat(read)
                    .extracting(delivery -> ((Delivery.RecordVersion) delivery).sourceKey())
                    .containsExactly("C1", "C2");
            assertThat(extract(hub).counts().landed()).isEqualTo(2);
        }
    }

    @Test
    void deletesWhatAFullExtractDoesNotHaveAnyMoreUnlessItIsTooMuch() throws SQLException {
        for (int i = 1; i <= 20; i++) {
            crm.contact("C" + i, "Anna" + i, "Smith" + i, i + " rue A", "Paris", MONDAY);
        }
        String yaml = "connectors:\n" + crm.yaml().replace("kind: jdbc\n", "kind: jdbc\n    full-extract: true\n");
        try (TestHub hub = TestHub.open(folder, yaml)) {
            assertThat(extract(hub).counts()).isEqualTo(new ExtractionCounts(20, 20, 0, 0, 0, 0, 0));
            crm.execute("delete from CONTACT where CONTACT_ID = 'C20'");

            assertThat(extract(hub).counts())
                    .as("everything is read again, though nothing changed")
                    .isEqualTo(new ExtractionCounts(19, 0, 19, 0, 0, 0, 0, 0, 1));
            assertThat(hub.hub().goldenRecords().search("C20", 0, 10).records()).isEmpty();
            assertThat(hub.hub().goldenRecords().search("C19", 0, 10).records()).hasSize(1);

            crm.execute("delete from CONTACT where CONTACT_ID <> 'C1'");
            ExtractionReport held = extract(hub);

            assertThat(held.state()).isEqualTo(RunState.FAILED);
            assertThat(held.message()).contains("18 of 19", "confirm run");
            assertThat(hub.hub().goldenRecords().search("C19", 0, 10).records()).hasSize(1);
        }
    }
}
