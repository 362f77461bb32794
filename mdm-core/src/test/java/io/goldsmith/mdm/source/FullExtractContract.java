package io.goldsmith.mdm.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.TestHub;
import io.goldsmith.mdm.source.Disappearance.Outcome;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What becomes of records that vanish from a full extract, on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FullExtractContract {

    private static final Instant MONDAY = Instant.parse("2026-05-04T08:00:00Z");

    private Hub hub;

    abstract DatabaseSettings database();

    @BeforeAll
    void open() {
        hub = TestHub.open(database());
    }

    @BeforeEach
    void empty() {
        TestHub.empty(hub);
    }

    @AfterAll
    void close() {
        hub.close();
    }

    @Test
    void deletesWhatTheExtractDidNotDeliverAndNothingElse() {
        land(1, 100);
        hub.intake().land(1, List.of(other()));
        resolveAll();

        Disappearance disappearance = extract(2, 1, 95);

        assertThat(disappearance).isEqualTo(new Disappearance(2, "crm", Outcome.RECONCILED, 100, 5, 0, 10));
        assertThat(hub.sourceRecords().countPending()).isEqualTo(5);
        SourceRecordRow gone = record("K96");
        assertThat(gone.deleted()).isTrue();
        assertThat(gone.version()).isEqualTo(2);
        assertThat(gone.sourceTimestamp()).isEqualTo(TestHub.NOW);
        assertThat(new Corrections(hub.store()).originOf(gone.recordId(), 2)).contains("missing from full extract 2");
        assertThat(record("K95").deleted()).isFalse();
        assertThat(hub.sourceRecords()
                        .find(new RecordId("accounting", "A1"))
                        .orElseThrow()
                        .deleted())
                .isFalse();
        assertThat(marks()).isZero();
    }

    @Test
    void deletesNothingWhenMoreWouldVanishThanTheLimitUntilAPersonConfirms() {
        land(1, 100);

        Disappearance held = extract(2, 1, 89);

        assertThat(held).isEqualTo(new Disappearance(2, "crm", Outcome.HELD, 100, 11, 0, 10));
        assertThat(held.message()).contains("11 of 100", "at most 10", "confirm run 2");
        assertThat(hub.sourceRecords().live(0, 200)).hasSize(100);

        Disappearance confirmed = hub.intake().confirmDisappearance(2, "zoe");

        assertThat(confirmed.outcome()).isEqualTo(Outcome.RECONCILED);
        assertThat(confirmed.vanished()).isEqualTo(11);
        assertThat(hub.sourceRecords().live(0, 200)).hasSize(89);
        assertThatThrownBy(() -> hub.intake().confirmDisappearance(2, "zoe"))
                .isInstanceOf(MdmException.class)
                .hasMessageContaining("settled");
    }

    @Test
    void deletesNothingWhenSomethingCouldNotBeRead() {
        land(1, 100);
        hub.intake().beginFullExtract("crm", 2);
        hub.intake().landFullExtract(2, records(1, 99));
        hub.intake()
                .landFullExtract(2, List.of(new Delivery.Unreadable("crm", "all.csv:100", "expected 3 columns", "K;")));

        Disappearance incomplete = hub.intake().reconcileFullExtract("crm", 2);

        assertThat(incomplete.outcome()).isEqualTo(Outcome.INCOMPLETE);
        assertThat(hub.sourceRecords().live(0, 200)).hasSize(100);
    }

    @Test
    void bringsARecordBackThatTheSourceHasAfterAll() {
        land(1, 100);
        extract(2, 1, 99);
        assertThat(record("K100").deleted()).isTrue();
        resolveAll();

        assertThat(hub.intake().land(3, records(100, 100))).isEqualTo(new LandingCounts(0, 1, 0, 0));

        assertThat(record("K100").deleted()).isFalse();
        assertThat(record("K100").version()).isEqualTo(1);
        assertThat(record("K100").sourceTimestamp())
                .as("its values are as old as before")
                .isEqualTo(MONDAY);
        assertThat(hub.sourceRecords().countPending()).isEqualTo(1);
        assertThat(hub.intake().land(3, records(100, 100))).isEqualTo(new LandingCounts(0, 1, 0, 0));
        hub.intake().land(4, List.of(record("K100", "NICE", MONDAY.plusSeconds(60))));
        assertThat(record("K100").raw().first("town")).contains("NICE");
        assertThat(extract(5, 1, 99).vanished()).as("it vanishes again").isEqualTo(1);
        assertThat(record("K100").version()).isEqualTo(4);
    }

    @Test
    void leavesARecordAloneThatChangedSinceTheExtractStarted() {
        land(1, 99);
        hub.intake().land(1, List.of(record("NEW", "NICE", TestHub.NOW.plus(Duration.ofMinutes(1)))));

        assertThat(extract(2, 1, 99).vanished()).isZero();

        assertThat(record("NEW").deleted()).isFalse();
    }

    @Test
    void takesARefusedDeliveryForASignOfLife() {
        land(1, 100);
        hub.intake().beginFullExtract("crm", 2);
        List<Delivery.RecordVersion> all = new ArrayList<>(records(1, 99));
        all.add(new Delivery.RecordVersion(
                "crm",
                "K100",
                MONDAY.plusSeconds(1),
                AttributeValues.of(Map.of("birth_date", List.of("2062-01-01"))),
                false));
        hub.intake().landFullExtract(2, all);
        hub.intake().landFullExtract(2, records(1, 10));

        assertThat(hub.intake().reconcileFullExtract("crm", 2).vanished()).isZero();
        assertThat(hub.quarantine().countWaiting()).isEqualTo(1);
    }

    @Test
    void closesWhatWaitsOfARecordThatVanished() {
        land(1, 100);
        hub.intake()
                .land(
                        1,
                        List.of(new Delivery.RecordVersion(
                                "crm",
                                "K100",
                                MONDAY.plusSeconds(1),
                                AttributeValues.of(Map.of("birth_date", List.of("2062-01-01"))),
                                false)));

        extract(2, 1, 99);

        assertThat(hub.quarantine().countWaiting()).isZero();
        assertThat(record("K100").deleted()).isTrue();
    }

    @Test
    void letsANewerExtractTakeThePlaceOfOneThatWasHeld() {
        land(1, 100);
        extract(2, 1, 50);

        assertThat(extract(3, 1, 100).vanished()).isZero();

        assertThatThrownBy(() -> hub.intake().confirmDisappearance(2, "zoe"))
                .isInstanceOf(MdmException.class)
                .hasMessageContaining("OBSOLETE");
        assertThat(marks()).isZero();
    }

    @Test
    void takesNoDeliveriesOfARunThatDidNotBeginAsAFullExtract() {
        assertThatThrownBy(() -> hub.intake().landFullExtract(9, records(1, 1)))
                .isInstanceOf(MdmException.class)
                .hasMessageContaining("Run 9");
        assertThat(hub.sourceRecords().countPending()).isZero();
    }

    @Test
    void deletesPageByPage() {
        land(1, 5_000);

        Disappearance disappearance = extract(2, 4_501, 5_000);
        assertThat(disappearance.outcome()).isEqualTo(Outcome.HELD);

        assertThat(hub.intake().confirmDisappearance(2, "zoe").vanished()).isEqualTo(4_500);
        assertThat(hub.sourceRecords().live(0, 5_000)).hasSize(500);
    }

    private Disappearance extract(long runId, int from, int to) {
        hub.intake().beginFullExtract("crm", runId);
        hub.intake().landFullExtract(runId, records(from, to));
        return hub.intake().reconcileFullExtract("crm", runId);
    }

    private void land(int from, int to) {
        hub.intake().land(1, records(from, to));
    }

    private void resolveAll() {
        hub.sourceRecords().markResolved(hub.sourceRecords().pending(0, 10_000));
    }

    private SourceRecordRow record(String key) {
        return hub.sourceRecords().find(new RecordId("crm", key)).orElseThrow();
    }

    private static List<Delivery.RecordVersion> records(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> record("K" + i, "LYON", MONDAY))
                .toList();
    }

    private static Delivery.RecordVersion record(String key, String town, Instant time) {
        return new Delivery.RecordVersion("crm", key, time, AttributeValues.of(Map.of("town", List.of(town))), false);
    }

    private static Delivery.RecordVersion other() {
        return new Delivery.RecordVersion(
                "accounting", "A1", MONDAY, AttributeValues.of(Map.of("town", List.of("LYON"))), false);
    }

    private long marks() {
        return hub.store().inTransaction(transaction -> {
            try (Statement statement = transaction.connection().createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from full_extract_record")) {
                row.next();
                return row.getLong(1);
            }
        });
    }
}
