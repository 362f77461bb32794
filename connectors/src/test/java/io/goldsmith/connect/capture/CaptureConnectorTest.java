package io.goldsmith.connect.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.ExtractionReport;
import io.goldsmith.connect.TestHub;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.run.RunState;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureConnectorTest {

    private static final String VERSIONS = "select count(*) from source_record_version";
    private static final String LARGE = "(select string_agg(md5(n::text), '') from generate_series(1, 80) n)";

    @TempDir
    private Path folder;

    private CapturedDatabase crm;

    @BeforeEach
    void open() throws SQLException {
        crm = CapturedDatabase.create();
    }

    @AfterEach
    void close() throws SQLException {
        crm.close();
    }

    private TestHub hub() {
        return TestHub.open(folder, crm.yaml());
    }

    private static ExtractionReport extract(TestHub hub) {
        return hub.connectors().extract("crm").extractions().get(0);
    }

    private static Optional<String> value(TestHub hub, String key, String attribute) {
        return golden(hub, key).flatMap(golden -> golden.attributes().first(attribute));
    }

    private static Optional<GoldenRecord> golden(TestHub hub, String key) {
        return hub.hub()
                .goldenRecords()
                .goldenOf(new RecordId("crm", key))
                .flatMap(id -> hub.hub().goldenRecords().find(id));
    }

    @Test
    void whatIsThereLandsFirstAndThenEveryChange() throws SQLException {
        crm.contact("C1", "Smith");
        crm.contact("C2", "Jones");
        try (TestHub hub = hub()) {
            assertThat(extract(hub).counts().landed()).isEqualTo(2);
            assertThat(extract(hub).counts().read()).isZero();

            crm.contact("C3", "Brown");
            crm.sql("update contact set name = 'Smythe' where id = 'C1'", "delete from contact where id = 'C2'");

            ExtractionReport report = extract(hub);
            assertThat(report.message()).isEmpty();
            assertThat(report.counts().landed()).isEqualTo(3);
            assertThat(value(hub, "C1", "family_name")).contains("Smythe");
            assertThat(golden(hub, "C2")).isEmpty();
            assertThat(value(hub, "C3", "family_name")).contains("Brown");
            assertThat(extract(hub).counts().read()).isZero();
        }
    }

    @Test
    void aChangeIsAsOldAsItsCommit() throws SQLException {
        try (TestHub hub = hub()) {
            extract(hub);
            Instant before = Instant.parse(crm.text(
                    "select to_char(clock_timestamp() at time zone 'UTC'," + " 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
            crm.contact("C1", "Smith");
            extract(hub);

            assertThat(hub.hub()
                            .sourceRecords()
                            .find(new RecordId("crm", "C1"))
                            .orElseThrow()
                            .sourceTimestamp())
                    .isBetween(before, Instant.now());
        }
    }

    @Test
    void anotherKeyDeletesTheRecordOfTheOldOne() throws SQLException {
        crm.contact("C1", "Smith");
        try (TestHub hub = hub()) {
            extract(hub);
            crm.sql("update contact set id = 'C9' where id = 'C1'");
            extract(hub);

            assertThat(golden(hub, "C1")).isEmpty();
            assertThat(value(hub, "C9", "family_name")).contains("Smith");
        }
    }

    @Test
    void keysThatAreExchangedInOneTransactionEndUpWithTheirNewOwners() throws SQLException {
        crm.contact("C1", "Smith");
        crm.contact("C2", "Jones");
        try (TestHub hub = hub()) {
            extract(hub);
            crm.together(
                    "update contact set id = 'C0' where id = 'C1'",
                    "update contact set id = 'C1' where id = 'C2'",
                    "update contact set id = 'C2' where id = 'C0'");
            extract(hub);

            assertThat(value(hub, "C1", "family_name")).contains("Jones");
            assertThat(value(hub, "C2", "family_name")).contains("Smith");
            assertThat(golden(hub, "C0")).isEmpty();
        }
    }

    @Test
    void ofOneTransactionTheLastStateCountsAlone() throws SQLException {
        crm.contact("C1", "Smith");
        try (TestHub hub = hub()) {
            extract(hub);
            crm.together(
                    "update contact set name = 'Brown' where id = 'C1'",
                    "update contact set name = 'Jones' where id = 'C1'",
                    "update contact set name = 'Brown' where id = 'C1'",
                    "insert into contact values ('C2', 'Nobody', '', now())",
                    "delete from contact where id = 'C2'");
            extract(hub);

            assertThat(value(hub, "C1", "family_name")).contains("Brown");
            assertThat(golden(hub, "C2")).isEmpty();
            assertThat(hub.count(VERSIONS + " v join source_record r on r.id = v.record_id where r.source_key = 'C1'"))
                    .isEqualTo(2);
        }
    }

    @Test
    void aTransactionThatIsLargerThanABatchLandsAsAWhole() throws SQLException {
        try (TestHub hub = hub()) {
            extract(hub);
            crm.sql("insert into contact select 'C' || n, 'Name ' || n, '', now() from generate_series(1, 4500) n");

            assertThat(hub.connectors().land("crm").counts().landed()).isEqualTo(4_500);
            assertThat(hub.connectors().land("crm").counts().read()).isZero();
        }
    }

    @Test
    void aLargeColumnThatAnUpdateLeavesAloneKeepsItsValue() throws SQLException {
        crm.sql("alter table contact alter note set storage external");
        crm.sql("insert into contact values ('C1', 'Smith', " + LARGE + ", now())");
        String large = crm.text("select note from contact");
        try (TestHub hub = hub()) {
            extract(hub);
            crm.sql("update contact set name = 'Smythe' where id = 'C1'");
            extract(hub);
            assertThat(value(hub, "C1", "family_name")).contains("Smythe");
            assertThat(hub.hub()
                            .sourceRecords()
                            .find(new RecordId("crm", "C1"))
                            .orElseThrow()
                            .raw()
                            .first("street"))
                    .contains(large);

            crm.sql("alter table contact replica identity full");
            crm.sql("update contact set name = 'Smithe' where id = 'C1'", "delete from contact");
            assertThat(extract(hub).counts().landed())
                    .as("the old row has it, though the row is gone")
                    .isEqualTo(2);
        }
    }

    @Test
    void aLargeColumnThatCannotBeReadAnyMoreWaitsInQuarantine() throws SQLException {
        crm.sql("alter table contact alter note set storage external");
        crm.sql("insert into contact values ('C1', 'Smith', " + LARGE + ", now())");
        try (TestHub hub = hub()) {
            extract(hub);
            crm.sql("update contact set name = 'Smythe' where id = 'C1'", "delete from contact");
            ExtractionReport report = extract(hub);

            assertThat(report.counts().unreadable()).isEqualTo(1);
            assertThat(report.counts().landed()).isEqualTo(1);
            assertThat(golden(hub, "C1")).isEmpty();
        }
    }

    @Test
    void aTruncationDeletesNothingAndIsTold() throws SQLException {
        crm.contact("C1", "Smith");
        try (TestHub hub = hub()) {
            extract(hub);
            crm.sql("truncate contact");
            ExtractionReport report = extract(hub);

            assertThat(report.counts().unreadable()).isEqualTo(1);
            assertThat(golden(hub, "C1")).isPresent();
            assertThat(hub.hub().quarantine().waiting(0, 10))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.toString()).contains("TRUNCATE"));
        }
    }

    @Test
    void killedBetweenLandingAndPositionItLandsNothingTwice() throws SQLException {
        crm.contact("C1", "Smith");
        try (TestHub hub = hub()) {
            extract(hub);
            hub.count("select count(*) from connector_position");
            crm.sql("update contact set name = 'Brown' where id = 'C1'");
            crm.sql("update contact set name = 'Smith' where id = 'C1'");
            execute(
                    hub,
                    "alter table connector_position add constraint stuck check (moved_at < timestamp with time zone '"
                            + Instant.now() + "')");
            ExtractionReport stuck = extract(hub);
            assertThat(stuck.state()).isEqualTo(RunState.FAILED);
            assertThat(stuck.counts().landed()).isEqualTo(2);
            execute(hub, "alter table connector_position drop constraint stuck");
        }
        try (TestHub hub = hub()) {
            ExtractionReport again = extract(hub);
            assertThat(again.counts().unchanged()).isEqualTo(2);
            assertThat(again.counts().landed()).isZero();
            assertThat(hub.count(VERSIONS)).isEqualTo(3);
            assertThat(value(hub, "C1", "family_name")).contains("Smith");
        }
    }

    @Test
    void killedBeforeTheSnapshotIsNotedItIsReadAgainAndNoChangeIsMissed() throws SQLException {
        crm.contact("C1", "Smith");
        crm.contact("C2", "Jones");
        try (TestHub hub = hub()) {
            execute(hub, "alter table connector_position add constraint stuck check (stream <> 'contacts')");
            assertThat(extract(hub).state()).isEqualTo(RunState.FAILED);
            execute(hub, "alter table connector_position drop constraint stuck");
        }
        crm.sql("delete from contact where id = 'C2'");
        crm.contact("C3", "Brown");
        try (TestHub hub = hub()) {
            ExtractionReport again = extract(hub);
            assertThat(again.message()).isEmpty();
            assertThat(golden(hub, "C2")).isEmpty();
            assertThat(value(hub, "C3", "family_name")).contains("Brown");
            assertThat(hub.count(VERSIONS + " v join source_record r on r.id = v.record_id where r.source_key = 'C1'"))
                    .isEqualTo(1);
        }
    }

    private static void execute(TestHub hub, String sql) {
        hub.hub()
                .store()
                .inTransaction(transaction ->
                        transaction.connection().createStatement().execute(sql));
    }

    @Test
    void aTableThatIsAddedLaterBeginsWithItsOwnRows() throws SQLException {
        crm.contact("C1", "Smith");
        try (TestHub hub = hub()) {
            extract(hub);
        }
        crm.sql("create table lead (id text primary key, name text)", "alter publication customers add table lead");
        crm.sql("insert into lead values ('L1', 'Miller')");
        crm.contact("C2", "Jones");
        String yaml = crm.yaml() + """
                      - name: leads
                        from: lead
                        records: {key: id, timestamp: "@timestamp", attributes: {family_name: name}}
                """;
        try (TestHub hub = TestHub.open(folder, yaml)) {
            ExtractionReport report = extract(hub);
            assertThat(report.message()).isEmpty();
            assertThat(report.counts().landed()).isEqualTo(2);
            assertThat(value(hub, "L1", "family_name")).contains("Miller");
            assertThat(value(hub, "C2", "family_name")).contains("Jones");
            crm.sql("update lead set name = 'Muller'");
            assertThat(extract(hub).counts().landed()).isEqualTo(1);
            assertThat(crm.text("select count(*) from pg_replication_slots where database = current_database()"))
                    .as("the slot of the snapshot went with it")
                    .isEqualTo("1");
        }
    }

    @Test
    void withoutSnapshotWhatIsThereIsLeftAlone() throws SQLException {
        crm.contact("C1", "Smith");
        try (TestHub hub =
                TestHub.open(folder, crm.yaml().replace("kind: capture", "kind: capture\n    snapshot: false"))) {
            assertThat(extract(hub).counts().read()).isZero();
            crm.contact("C2", "Jones");
            assertThat(extract(hub).counts().landed()).isEqualTo(1);
        }
    }

    @Test
    void whatOtherTablesChangeIsNotKeptForTheHub() throws SQLException {
        crm.sql("create table invoice (id int)");
        try (TestHub hub = hub()) {
            extract(hub);
            crm.sql("insert into invoice select n from generate_series(1, 1000) n");
            String written = crm.text("select pg_current_wal_flush_lsn()");
            extract(hub);

            assertThat(crm.text("select confirmed_flush_lsn >= '" + written
                            + "' from pg_replication_slots where slot_name = '" + crm.slot() + "'"))
                    .isEqualTo("t");
        }
    }
}
