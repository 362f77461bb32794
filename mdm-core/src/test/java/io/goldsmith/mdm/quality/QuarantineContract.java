package io.goldsmith.mdm.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.TestHub;
import io.goldsmith.mdm.quality.QuarantineOutcome.Result;
import io.goldsmith.mdm.source.Corrections;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.source.SourceRecordRow;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the quarantine promises, on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class QuarantineContract {

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
    void keepsAnEntryThatFailsAgain() {
        land("C1", "2026-06-03", MONDAY);

        assertThat(hub.quarantine().replay(waiting())).isFalse();

        assertThat(hub.quarantine().countWaiting()).isEqualTo(1);
    }

    @Test
    void makesARecordPendingThatPassesUnderTheRulesOfToday() {
        land("C1", "2026-06-03", MONDAY);
        long entry = waiting();

        assertThat(daysLater(7).replay(entry)).isTrue();

        assertThat(hub.quarantine().countWaiting()).isZero();
        assertThat(hub.sourceRecords().pending(0, 10))
                .singleElement()
                .extracting(SourceRecordRow::version)
                .isEqualTo(1);
        assertThatThrownBy(() -> hub.quarantine().replay(entry))
                .isInstanceOf(MdmException.class)
                .hasMessageContaining(Long.toString(entry));
    }

    @Test
    void replaysTheRefusedVersionOverTheOneInForce() {
        land("C1", "1980-01-01", MONDAY);
        hub.sourceRecords().markResolved(hub.sourceRecords().pending(0, 1));
        land("C1", "2026-06-03", MONDAY.plusSeconds(60));

        assertThat(daysLater(7).replay(waiting())).isTrue();

        assertThat(record().version()).isEqualTo(2);
        assertThat(hub.sourceRecords().countPending()).isEqualTo(1);
    }

    @Test
    void takesARecordOutOfResolutionUntilItIsReplayed() {
        land("C1", "1980-01-01", MONDAY);

        hub.quarantine().refuse(record(), "ArithmeticException in clustering", 1);

        assertThat(hub.sourceRecords().countPending()).isZero();
        assertThat(hub.quarantine().waiting(0, 10).get(0).reasons())
                .containsExactly("resolution: ArithmeticException in clustering");
        assertThat(hub.quarantine().replay(waiting())).isTrue();
        assertThat(hub.sourceRecords().countPending()).isEqualTo(1);
    }

    @Test
    void takesARecordBackInWhenANewerVersionArrives() {
        land("C1", "1980-01-01", MONDAY);
        hub.quarantine().refuse(record(), "ArithmeticException in clustering", 1);

        land("C1", "1980-01-02", MONDAY.plusSeconds(60));

        assertThat(hub.sourceRecords().countPending()).isEqualTo(1);
        assertThat(hub.quarantine().countWaiting()).isZero();
    }

    @Test
    void cannotReplayWhatWasNeverReadAsARecord() {
        hub.intake().land(1, List.of(new Delivery.Unreadable("crm", "file:3", "expected 15 columns", "a;b")));

        assertThat(hub.quarantine().replay(waiting())).isFalse();
    }

    @Test
    void keepsNoSocialSecurityNumberOfWhatItRefuses() {
        land("C1", town("185057800608491"), MONDAY);
        land("C1", town("n° 1 85 05 78 006 084 91"), MONDAY.minusSeconds(60));

        assertThat(keptTexts()).hasSize(2).allMatch(text -> text.contains("[NIR]") && !text.contains("084"));
        assertThat(hub.quarantine().replay(waiting())).isFalse();

        land("C1", town("Lyon"), MONDAY.plusSeconds(60));

        assertThat(hub.sourceRecords().countPending()).isEqualTo(1);
        assertThat(hub.quarantine().countWaiting()).isZero();
    }

    private List<String> keptTexts() {
        return hub.store().inTransaction(transaction -> {
            List<String> texts = new ArrayList<>();
            try (PreparedStatement query =
                            transaction.connection().prepareStatement("select raw from source_record_version");
                    ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        });
    }

    @Test
    void pagesNewestFirst() {
        for (int i = 1; i <= 5; i++) {
            land("C" + i, "2030-01-01", MONDAY);
        }

        assertThat(hub.quarantine().waiting(1, 2))
                .extracting(QuarantineEntry::origin)
                .containsExactly("C3", "C2");
        assertThatThrownBy(() -> hub.quarantine().waiting(0, 201)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void landsACorrectionAsAVersionOfItsOwnBesideTheRefusedOne() {
        land("C1", "1980-01-01", MONDAY);
        hub.sourceRecords().markResolved(hub.sourceRecords().pending(0, 1));
        AttributeValues refused = AttributeValues.of(
                Map.of("birth_date", List.of("2062-06-03"), "town", List.of("Lyon"), "given_name", List.of("Anna")));
        land("C1", refused, MONDAY.plusSeconds(60));
        long entry = waiting();

        QuarantineOutcome outcome = hub.quarantine().correct(entry, birth("1962-06-03"), "zoe", "a slip of the pen");

        assertThat(outcome).isEqualTo(new QuarantineOutcome(entry, Result.CORRECTED, List.of()));
        assertThat(record().version()).isEqualTo(3);
        assertThat(record().raw().asMap())
                .isEqualTo(Map.of(
                        "birth_date", List.of("1962-06-03"), "town", List.of("Lyon"), "given_name", List.of("Anna")));
        assertThat(record().sourceTimestamp()).isEqualTo(MONDAY.plusSeconds(60));
        assertThat(hub.sourceRecords()
                        .version(record().recordId(), 2)
                        .orElseThrow()
                        .raw())
                .isEqualTo(refused);
        Corrections corrections = new Corrections(hub.store());
        assertThat(corrections.originOf(record().recordId(), 3)).contains("correction by zoe");
        assertThat(corrections.originOf(record().recordId(), 2)).isEmpty();
        assertThat(hub.sourceRecords().countPending()).isEqualTo(1);
        assertThat(hub.quarantine().countWaiting()).isZero();
    }

    @Test
    void keepsTheCorrectionWhenTheSourceRepeatsItsMistakeAndTakesWhatItSaysLater() {
        land("C1", "2062-06-03", MONDAY);
        hub.quarantine().correct(waiting(), birth("1962-06-03"), "zoe", "");

        land("C1", "2062-06-03", MONDAY);
        assertThat(record().version()).isEqualTo(2);
        assertThat(hub.quarantine().countWaiting()).isZero();

        land("C1", "1963-06-03", MONDAY.plusSeconds(60));
        assertThat(record().raw().all("birth_date")).containsExactly("1963-06-03");
    }

    @Test
    void landsNoCorrectionThatBreaksARule() {
        land("C1", "2062-06-03", MONDAY);
        long entry = waiting();

        QuarantineOutcome outcome = hub.quarantine().correct(entry, birth("2063-06-03"), "zoe", "");

        assertThat(outcome.result()).isEqualTo(Result.STILL_REFUSED);
        assertThat(outcome.reasons()).singleElement().asString().startsWith("birth-date-not-in-future: birth_date");
        assertThat(hub.quarantine().countWaiting()).isEqualTo(1);
        assertThat(keptTexts()).hasSize(1);
        assertThatThrownBy(() -> hub.quarantine()
                        .correct(entry, AttributeValues.of(Map.of("shoe_size", List.of("42"))), "zoe", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shoe_size")
                .hasMessageNotContaining("42");
        assertThatThrownBy(() -> hub.quarantine().correct(entry, birth("1963-06-03"), " ", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void discardsWhatNobodyWantsAndLeavesTheVersionInForce() {
        land("C1", "1980-01-01", MONDAY);
        land("C1", "2062-06-03", MONDAY.plusSeconds(60));
        long entry = waiting();

        assertThat(hub.quarantine().discard(entry, "zoe", "a test record").result())
                .isEqualTo(Result.DISCARDED);

        assertThat(record().version()).isEqualTo(1);
        assertThat(hub.quarantine().countWaiting()).isZero();
        assertThatThrownBy(() -> hub.quarantine().discard(entry, "zoe", "")).isInstanceOf(MdmException.class);
    }

    @Test
    void replaysInBulkWhatARuleRefusedAndAnswersForEachEntry() {
        land("C1", "2026-06-03", MONDAY);
        land("C2", "2036-06-03", MONDAY);
        land("C3", AttributeValues.of(Map.of("siren", List.of("732829321"))), MONDAY);
        hub.intake().land(1, List.of(new Delivery.Unreadable("crm", "file:3", "expected 15 columns", "a;b")));
        Quarantine later = daysLater(7);

        QuarantineBulk byRule = later.replayAll(QuarantineFilter.ofRule("birth-date-not-in-future"), 0);

        assertThat(byRule.outcomes())
                .extracting(QuarantineOutcome::result)
                .containsExactly(Result.REPLAYED, Result.STILL_REFUSED);
        assertThat(byRule.isMore()).isFalse();

        QuarantineBulk all = later.replayAll(QuarantineFilter.ALL, 0);

        assertThat(all.outcomes())
                .extracting(QuarantineOutcome::result)
                .containsExactly(Result.STILL_REFUSED, Result.REPLAYED, Result.NOT_A_RECORD);
        assertThat(hub.quarantine().countWaiting()).isEqualTo(2);
    }

    @Test
    void discardsInBulkWhatOneRunOfOneSystemDelivered() {
        for (int i = 0; i < 250; i++) {
            hub.intake().land(i < 240 ? 7 : 8, List.of(version("K" + i, birth("2062-06-03"), MONDAY)));
        }
        QuarantineFilter run = QuarantineFilter.ofRun(7);

        QuarantineBulk first = hub.quarantine().discardAll(run, 0, "zoe", "a broken export");
        QuarantineBulk rest = hub.quarantine().discardAll(run, first.lastEntryId(), "zoe", "a broken export");

        assertThat(first.count(Result.DISCARDED)).isEqualTo(200);
        assertThat(first.isMore()).isTrue();
        assertThat(rest.count(Result.DISCARDED)).isEqualTo(40);
        assertThat(rest.isMore()).isFalse();
        assertThat(hub.quarantine().countWaiting()).isEqualTo(10);
        assertThat(hub.quarantine()
                        .discardAll(QuarantineFilter.ofSystem("accounting"), 0, "zoe", "")
                        .outcomes())
                .isEmpty();
    }

    private static AttributeValues birth(String date) {
        return AttributeValues.of(Map.of("birth_date", List.of(date)));
    }

    private static Delivery.RecordVersion version(String key, AttributeValues raw, Instant time) {
        return new Delivery.RecordVersion("crm", key, time, raw, false);
    }

    private long waiting() {
        return hub.quarantine().waiting(0, 1).get(0).id();
    }

    private Quarantine daysLater(int days) {
        Clock later = Clock.fixed(TestHub.NOW.plus(Duration.ofDays(days)), ZoneOffset.UTC);
        ValidationRule rule = RuleSample.of("not-in-future", "birth_date").rule(hub.matching());
        return new Quarantine(hub.store(), new Validation(List.of(rule), hub.matching(), later));
    }

    private SourceRecordRow record() {
        return hub.sourceRecords().find(new RecordId("crm", "C1")).orElseThrow();
    }

    private void land(String key, String birthDate, Instant time) {
        land(key, AttributeValues.of(Map.of("birth_date", List.of(birthDate))), time);
    }

    private void land(String key, AttributeValues raw, Instant time) {
        hub.intake().land(1, List.of(version(key, raw, time)));
    }

    private static AttributeValues town(String town) {
        return AttributeValues.of(Map.of("town", List.of(town)));
    }
}
