package io.goldsmith.mdm.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.TestHub;
import io.goldsmith.mdm.quality.QuarantineEntry;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What landing promises, on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class IntakeContract {

    private static final Instant MONDAY = Instant.parse("2026-05-04T08:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-05-05T08:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-05-06T08:00:00Z");

    private static final LandingCounts LANDED = new LandingCounts(1, 0, 0, 0);
    private static final LandingCounts UNCHANGED = new LandingCounts(0, 1, 0, 0);
    private static final LandingCounts STALE = new LandingCounts(0, 0, 1, 0);
    private static final LandingCounts QUARANTINED = new LandingCounts(0, 0, 0, 1);

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
    void landsANewRecordAsPending() {
        assertThat(land(annaIn("LYON", MONDAY))).isEqualTo(LANDED);

        assertThat(hub.sourceRecords().pending(0, 10)).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo(anna());
            assertThat(row.version()).isEqualTo(1);
            assertThat(row.sourceTimestamp()).isEqualTo(MONDAY);
            assertThat(row.raw().first("town")).contains("LYON");
            assertThat(row.raw().isKnown("email")).isTrue();
            assertThat(row.raw().all("email")).isEmpty();
        });
    }

    @Test
    void changesNothingWhenABatchIsRepeated() {
        List<Delivery> batch = List.of(
                annaIn("LYON", MONDAY),
                annaIn("NICE", TUESDAY),
                order("19.90"),
                contact("director", MONDAY),
                unreadable());
        LandingCounts first = hub.intake().land(1, batch);

        LandingCounts repeated = hub.intake().land(2, batch);

        assertThat(first).isEqualTo(new LandingCounts(4, 0, 0, 1));
        assertThat(repeated).isEqualTo(new LandingCounts(0, 5, 0, 0));
        assertThat(inForce().version()).isEqualTo(2);
        assertThat(hub.quarantine().countWaiting()).isEqualTo(1);
    }

    @Test
    void takesANewerTimeOfTheNewestContentForARepeat() {
        land(annaIn("LYON", MONDAY));

        assertThat(land(annaIn("LYON", TUESDAY))).isEqualTo(UNCHANGED);
    }

    @Test
    void keepsAnOlderVersionAsHistoryOnly() {
        land(annaIn("NICE", TUESDAY));

        assertThat(land(annaIn("LYON", MONDAY))).isEqualTo(STALE);
        assertThat(land(annaIn("LYON", MONDAY))).isEqualTo(UNCHANGED);

        assertThat(inForce().raw().first("town")).contains("NICE");
        assertThat(hub.sourceRecords().version(inForce().recordId(), 2)).isPresent();
    }

    @Test
    void putsTheLaterArrivalInForceWhenTimesAreEqual() {
        land(annaIn("LYON", MONDAY));

        assertThat(land(annaIn("NICE", MONDAY))).isEqualTo(LANDED);

        assertThat(inForce().raw().first("town")).contains("NICE");
    }

    @Test
    void landsAnEarlierContentAgainWhenItComesBackLater() {
        land(annaIn("LYON", MONDAY));
        land(annaIn("NICE", TUESDAY));

        assertThat(land(annaIn("LYON", WEDNESDAY))).isEqualTo(LANDED);

        assertThat(inForce().version()).isEqualTo(3);
    }

    @Test
    void makesAResolvedRecordPendingAgainOnlyByANewVersion() {
        land(annaIn("LYON", MONDAY));
        SourceRecordRow resolved = inForce();
        assertThat(hub.sourceRecords().markResolved(List.of(resolved))).isEqualTo(1);

        land(annaIn("LYON", MONDAY));
        assertThat(hub.sourceRecords().countPending()).isZero();
        land(annaIn("NICE", TUESDAY));
        assertThat(hub.sourceRecords().countPending()).isEqualTo(1);
        assertThat(hub.sourceRecords().markResolved(List.of(resolved))).isZero();
    }

    @Test
    void landsADeletionAsPendingAndTakesTheRecordFromTheLivingOnes() {
        land(annaIn("LYON", MONDAY));

        assertThat(land(new Delivery.RecordVersion("crm", "C1", TUESDAY, AttributeValues.none(), true)))
                .isEqualTo(LANDED);

        assertThat(hub.sourceRecords().live(0, 10)).isEmpty();
        assertThat(hub.sourceRecords().pending(0, 10)).singleElement().matches(SourceRecordRow::deleted);
        hub.sourceRecords().markResolved(hub.sourceRecords().pending(0, 10));
        assertThat(hub.sourceRecords().countPending()).isZero();
    }

    @Test
    void keepsTheVersionBeforeInForceWhenANewOneIsRejected() {
        land(annaIn("LYON", MONDAY));

        assertThat(land(bornTomorrow(TUESDAY))).isEqualTo(QUARANTINED);

        assertThat(inForce().version()).isEqualTo(1);
        assertThat(hub.quarantine().waiting(0, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.recordVersion()).contains(2);
            assertThat(entry.reasons()).singleElement().asString().startsWith("birth-date-not-in-future: birth_date");
            assertThat(entry.reasons().toString()).doesNotContain("2026-06-02");
        });
    }

    @Test
    void keepsARecordThatWasNeverGoodOutOfResolution() {
        land(bornTomorrow(MONDAY));

        assertThat(hub.sourceRecords().countPending()).isZero();
        assertThat(hub.sourceRecords().live(0, 10)).isEmpty();
        assertThat(land(bornTomorrow(MONDAY))).isEqualTo(UNCHANGED);
    }

    @Test
    void closesWhatWaitsWhenABetterVersionArrives() {
        land(bornTomorrow(MONDAY));

        land(annaIn("LYON", TUESDAY));

        assertThat(hub.quarantine().countWaiting()).isZero();
        assertThat(inForce().version()).isEqualTo(2);
        assertThat(hub.sourceRecords().countPending()).isEqualTo(1);
    }

    @Test
    void keepsOnlyTheNewestRejectedVersionOfABatchWaiting() {
        LandingCounts counts =
                hub.intake().land(1, List.of(bornTomorrow(MONDAY), annaIn("LYON", TUESDAY), bornTomorrow(WEDNESDAY)));

        assertThat(counts).isEqualTo(new LandingCounts(1, 0, 0, 2));
        assertThat(hub.quarantine().waiting(0, 10))
                .extracting(QuarantineEntry::recordVersion)
                .containsExactly(java.util.Optional.of(3));
    }

    @Test
    void setsAValueThatIsTooLongAside() {
        land(person("C9", Map.of("street", List.of("x".repeat(10_001))), MONDAY));

        assertThat(hub.quarantine().waiting(0, 10))
                .singleElement()
                .extracting(QuarantineEntry::reasons)
                .asString()
                .contains("street")
                .contains("10000");
    }

    @Test
    void refusesAnAttributeThatTheModelDoesNotHave() {
        assertThatThrownBy(() -> land(person("C1", Map.of("shoe_size", List.of("42")), MONDAY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'shoe_size'")
                .hasMessageNotContaining("42");
    }

    @Test
    void refusesASourceSystemThatTheConfigurationDoesNotHave() {
        assertThatThrownBy(() -> hub.intake().land(1, List.of(new Delivery.Unreadable("hr", "x", "y", "z"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'hr'");
    }

    @Test
    void updatesAnOrderByItsKey() {
        assertThat(land(order("19.90"))).isEqualTo(LANDED);
        assertThat(land(order("19.9"))).isEqualTo(UNCHANGED);
        assertThat(land(order("25.00"))).isEqualTo(LANDED);
    }

    @Test
    void setsAnOrderAsideThatTheTableCannotHold() {
        assertThat(land(order("1000000000000"))).isEqualTo(QUARANTINED);
    }

    @Test
    void setsAsideWhatHoldsANulSinceNoTextCan() {
        Delivery record = new Delivery.RecordVersion(
                "crm", "C\0", MONDAY, AttributeValues.of(Map.of("town", List.of("LYON"))), false);
        Delivery file = new Delivery.Unreadable("crm", "clients\0.csv:17", "expected text, but found bytes", "a\0;b");

        assertThat(land(record)).isEqualTo(QUARANTINED);
        assertThat(land(contact("buy\0er", MONDAY))).isEqualTo(QUARANTINED);
        assertThat(land(file)).isEqualTo(QUARANTINED);
        assertThat(land(file)).isEqualTo(UNCHANGED);
    }

    @Test
    void keepsTheNewestRoleOfARelation() {
        assertThat(land(contact("director", TUESDAY))).isEqualTo(LANDED);
        assertThat(land(contact("buyer", MONDAY))).isEqualTo(STALE);
        assertThat(land(contact("buyer", WEDNESDAY))).isEqualTo(LANDED);
    }

    @Test
    void knowsAgainWhatTheHubWroteHoweverTheSystemWritesIt() {
        land(annaIn("Lyon", MONDAY));
        hub.intake()
                .recordWritten(List.of(new WrittenValue(
                        new RecordId("accounting", "A7"), "town", List.of("Lyon"), anna(), 1, MONDAY)));
        hub.intake()
                .land(
                        1,
                        List.of(new Delivery.RecordVersion(
                                "accounting",
                                "A7",
                                TUESDAY,
                                AttributeValues.of(Map.of("town", List.of("LYON"))),
                                false)));
        long target = hub.sourceRecords().idOf(new RecordId("accounting", "A7")).orElseThrow();

        WrittenOrigin origin = new WrittenValues(hub.store())
                .lookup(List.of(target))
                .get(target)
                .get("town")
                .get(0);

        assertThat(origin.origin()).isEqualTo(anna());
        assertThat(origin.asOf()).isEqualTo(MONDAY);
        assertThat(origin.isEchoedBy(List.of("LYON"), TUESDAY)).isTrue();
        assertThat(origin.isEchoedBy(List.of("NICE"), TUESDAY)).isFalse();
    }

    @Test
    void landsEachRecordOnceWhenManyWritersDeliverTheSame() throws Exception {
        List<Delivery> batch = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            batch.add(person("K" + i, Map.of("family_name", List.of("Martin" + i)), MONDAY));
        }
        ExecutorService writers = Executors.newFixedThreadPool(4);
        List<Future<LandingCounts>> landings = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            landings.add(writers.submit(() -> hub.intake().land(1, batch)));
        }
        LandingCounts all = LandingCounts.NONE;
        for (Future<LandingCounts> landing : landings) {
            all = all.plus(landing.get());
        }
        writers.shutdown();

        assertThat(all).isEqualTo(new LandingCounts(200, 600, 0, 0));
        assertThat(hub.sourceRecords().countPending()).isEqualTo(200);
    }

    @Test
    void landsSinglyFromManyThreadsWhatABatchWouldLand() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(8);
        List<Future<List<Intake.Landed>>> landings = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String key = "P" + i;
            landings.add(writers.submit(() -> List.of(
                    hub.intake().land(1, person(key, Map.of("family_name", List.of("Petit")), TUESDAY)),
                    hub.intake().land(1, person(key, Map.of("family_name", List.of("Petit")), TUESDAY)),
                    hub.intake().land(1, person(key, Map.of("family_name", List.of("Grand")), WEDNESDAY)),
                    hub.intake().land(1, person(key, Map.of("family_name", List.of("Moyen")), MONDAY)))));
        }
        for (int i = 0; i < 60; i++) {
            List<Intake.Landed> landed = landings.get(i).get();
            OptionalLong recordId = hub.sourceRecords().idOf(new RecordId("crm", "P" + i));
            assertThat(landed).extracting(Intake.Landed::counts).containsExactly(LANDED, UNCHANGED, LANDED, STALE);
            assertThat(landed).extracting(Intake.Landed::recordId).containsOnly(recordId);
        }
        writers.shutdown();

        assertThat(hub.sourceRecords().pending(0, 100))
                .hasSize(60)
                .allSatisfy(row -> assertThat(row.raw().first("family_name")).contains("Grand"));
    }

    @Test
    void setsAsideASingleVersionThatTheTablesCannotHold() {
        Intake.Landed landed = hub.intake().land(1, person("", Map.of("family_name", List.of("Petit")), MONDAY));

        assertThat(landed.recordId()).isEmpty();
        assertThat(landed.counts()).isEqualTo(QUARANTINED);
        assertThat(hub.quarantine().countWaiting()).isEqualTo(1);
    }

    @Test
    void pagesThroughTheLivingRecordsByTheirId() {
        List<Delivery> batch = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            batch.add(person("P" + i, Map.of("family_name", List.of("Petit")), MONDAY));
        }
        hub.intake().land(1, batch);
        List<SourceRecordRow> first = hub.sourceRecords().live(0, 10);
        List<SourceRecordRow> next = hub.sourceRecords().live(first.get(9).recordId(), 20);

        assertThat(first).hasSize(10);
        assertThat(next).hasSize(15);
        assertThat(hub.sourceRecords()
                        .newest(List.of(next.get(3).recordId(), first.get(0).recordId())))
                .containsExactly(first.get(0), next.get(3));
    }

    private LandingCounts land(Delivery delivery) {
        return hub.intake().land(1, List.of(delivery));
    }

    private SourceRecordRow inForce() {
        return hub.sourceRecords().find(anna()).orElseThrow();
    }

    private static RecordId anna() {
        return new RecordId("crm", "C1");
    }

    private static Delivery annaIn(String town, Instant time) {
        return person("C1", Map.of("given_name", List.of("Anna"), "town", List.of(town), "email", List.of("")), time);
    }

    private static Delivery bornTomorrow(Instant time) {
        return person("C1", Map.of("birth_date", List.of("2026-06-02"), "town", List.of("PARIS " + time)), time);
    }

    private static Delivery.RecordVersion person(String key, Map<String, List<String>> raw, Instant time) {
        return new Delivery.RecordVersion("crm", key, time, AttributeValues.of(raw), false);
    }

    private static Delivery order(String amount) {
        return new Delivery.Order("crm", "O1", "C1", LocalDate.of(2026, 3, 1), new BigDecimal(amount), "books");
    }

    private static Delivery contact(String role, Instant time) {
        return new Delivery.Relation("crm", "contact", "A1", "C1", role, time);
    }

    private static Delivery unreadable() {
        return new Delivery.Unreadable("crm", "clients-001.csv:17", "expected 15 columns, but found 3", "a;b;c");
    }
}
