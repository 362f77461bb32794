package io.goldsmith.connect.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.ExtractionReport;
import io.goldsmith.connect.TestHub;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.run.RunState;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.replication.PGReplicationStream;

/** What a server must have for its changes to be captured, and what is said and done if it has not. */
class CaptureSlotTest {

    /** The statement that a message asks for. */
    private static final Pattern STATEMENT = Pattern.compile("as (?:its owner|the owner of the tables): ([^;]*)");

    @TempDir
    private Path folder;

    private CapturedDatabase crm;

    @BeforeEach
    void open() throws SQLException {
        crm = CapturedDatabase.create();
        crm.contact("C1", "Smith");
        crm.contact("C2", "Jones");
    }

    @AfterEach
    void close() throws SQLException {
        crm.close();
    }

    private TestHub hub() {
        return TestHub.open(folder, crm.yaml());
    }

    /** With another slot, and a snapshot that finds deletions too. */
    private TestHub anew() {
        return TestHub.open(
                folder,
                crm.yaml()
                        .replace(crm.slot(), crm.slot() + "_2")
                        .replace("    kind: capture\n", "    kind: capture\n    full-extract: true\n"));
    }

    private static ExtractionReport extract(TestHub hub) {
        return hub.connectors().land("crm");
    }

    private static String refused(TestHub hub) {
        ExtractionReport report = extract(hub);
        assertThat(report.state()).isEqualTo(RunState.FAILED);
        return report.message();
    }

    @Test
    void whatTheServerLacksIsSaidAsTheStatementThatMendsIt() throws SQLException {
        crm.sql("drop publication customers", "alter table contact drop constraint contact_pkey");
        try (TestHub hub = hub()) {
            for (String lacking : new String[] {
                "finds no publication customers", "leaves some out", "not in publication", "replica identity"
            }) {
                String message = refused(hub);
                assertThat(message).contains(lacking).doesNotContain("Smith");
                Matcher statement = STATEMENT.matcher(message);
                assertThat(statement.find()).as(message).isTrue();
                crm.sql(statement.group(1));
                if (lacking.startsWith("finds no publication")) {
                    crm.sql("alter publication customers set (publish = 'insert')");
                }
                if (lacking.equals("leaves some out")) {
                    crm.sql("alter publication customers drop table contact");
                }
            }
            assertThat(extract(hub).counts().landed()).isEqualTo(2);
        }
    }

    @Test
    void aColumnOrTableThatIsNotThereIsNamed() throws SQLException {
        try (TestHub hub = TestHub.open(folder, crm.yaml().replace("family_name: NAME", "family_name: SURNAME"))) {
            assertThat(refused(hub)).contains("no column surname", "table contact");
        }
        try (TestHub hub = TestHub.open(folder, crm.yaml().replace("from: contact", "from: contacts"))) {
            assertThat(refused(hub)).contains("no table contacts");
        }
    }

    @Test
    void aColumnThatGoesAwayStopsTheCaptureUntilTheMappingFollows() throws SQLException {
        try (TestHub hub = hub()) {
            extract(hub);
            crm.sql("alter table contact rename column note to remark");
            crm.contact("C3", "Brown");
            assertThat(refused(hub)).contains("column note");
        }
        try (TestHub hub = TestHub.open(folder, crm.yaml().replace("street: NOTE", "street: REMARK"))) {
            assertThat(extract(hub).counts().landed()).isEqualTo(1);
        }
    }

    @Test
    void aSlotThatIsGoneIsToldAndAnotherBeginsAnewWithDeletions() throws SQLException {
        try (TestHub hub = hub()) {
            extract(hub);
            crm.sql("select pg_drop_replication_slot('" + crm.slot() + "')", "delete from contact where id = 'C2'");
            crm.contact("C3", "Brown");

            assertThat(refused(hub))
                    .contains("slot " + crm.slot(), "gone", "another slot", "full-extract: true")
                    .contains("pg_drop_replication_slot");
            assertThat(refused(hub)).contains("gone");
        }
        try (TestHub hub = anew()) {
            ExtractionReport report = extract(hub);
            assertThat(report.message()).contains("confirm run");
            assertThat(hub.hub().sourceRecords().countLiveOf("crm")).isEqualTo(3);
            crm.sql("update contact set name = 'Browne' where id = 'C3'");
            ExtractionReport next = extract(hub);
            assertThat(next.message()).isEmpty();
            assertThat(next.counts().landed()).isEqualTo(1);
        }
    }

    @Test
    void aSnapshotThatIsAFullExtractDeletesWhatIsMissing() throws SQLException {
        crm.sql("insert into contact select 'N' || n, 'Name', '', now() from generate_series(1, 30) n");
        try (TestHub hub = hub()) {
            extract(hub);
        }
        crm.sql("delete from contact where id = 'C2'");
        try (TestHub hub = anew()) {
            ExtractionReport report = extract(hub);
            assertThat(report.message()).isEmpty();
            assertThat(report.counts().vanished()).isEqualTo(1);
            assertThat(hub.hub()
                            .sourceRecords()
                            .find(new RecordId("crm", "C2"))
                            .orElseThrow()
                            .deleted())
                    .isTrue();
            crm.contact("C3", "Brown");
            assertThat(extract(hub).counts().landed()).isEqualTo(1);
        }
    }

    @Test
    void changesThatWentToSomebodyElseAreMissed() throws SQLException {
        try (TestHub hub = hub()) {
            extract(hub);
            crm.contact("C3", "Brown");
            crm.sql("select pg_replication_slot_advance('" + crm.slot() + "', pg_current_wal_flush_lsn())");

            assertThat(refused(hub)).contains("moved on", "another slot");
        }
    }

    @Test
    void anotherReaderOfTheSlotIsTold() throws SQLException {
        try (TestHub hub = hub()) {
            extract(hub);
            Properties properties = new Properties();
            properties.setProperty("replication", "database");
            properties.setProperty("preferQueryMode", "simple");
            properties.setProperty("assumeMinServerVersion", "10");
            try (Connection other = DriverManager.getConnection(crm.url(), properties);
                    PGReplicationStream stream = other.unwrap(PGConnection.class)
                            .getReplicationAPI()
                            .replicationStream()
                            .logical()
                            .withSlotName(crm.slot())
                            .withSlotOption("proto_version", 1)
                            .withSlotOption("publication_names", "customers")
                            .start()) {
                assertThat(stream.isClosed()).isFalse();
                assertThat(refused(hub)).contains("read by the server's process", "one reader");
            }
            crm.contact("C3", "Brown");
            assertThat(extract(hub).counts().landed()).isEqualTo(1);
        }
    }

    @Test
    void anUnreachableServerIsNamedWithoutItsOptions() {
        String yaml = crm.yaml().replaceFirst("localhost:[0-9]+/[a-z0-9]+\\?[^\"]*", "localhost:1/crm?password=hidden");
        try (TestHub hub = TestHub.open(folder, yaml)) {
            assertThat(refused(hub)).contains("localhost:1/crm", "pg_hba.conf").doesNotContain("hidden");
        }
    }
}
