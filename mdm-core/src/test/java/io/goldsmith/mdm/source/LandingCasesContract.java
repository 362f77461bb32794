package io.goldsmith.mdm.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.TestHub;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is in force after any order of repeats, late versions, deletions, undeletions and refused versions, on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LandingCasesContract {

    private static final Instant DAY_ZERO = Instant.parse("2026-05-03T08:00:00Z");

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

    /**
     * A delivery is a town and the day of the source's own time; {@code -} a deletion, {@code !} a version that a rule refuses. Counts: L
     * landed, U unchanged, S stale, Q quarantined.
     */
    @ParameterizedTest(name = "{0}: {1}, then {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # deliveries             | counts | in force | waits | why
            LYON@1 LYON@1            | LU     | LYON@1   | 0     | a repeat
            LYON@1 LYON@2            | LU     | LYON@1   | 0     | the same content, verified later
            LYON@1 LYON@3 NICE@2     | LUS    | LYON@3   | 0     | it went away and came back before we heard of it
            LYON@1 LYON@2 NICE@3     | LUL    | NICE@3   | 0     | the repeat stays one
            LYON@1 NICE@3 LYON@2     | LLU    | NICE@3   | 0     | and is one when it comes late
            LYON@1 LYON@3 NICE@2 PARIS@4 | LUSL | PARIS@4 | 0    |
            LYON@1 LYON@3 !@2        | LUS    | LYON@3   | 0     | what was refused was answered already
            LYON@1 -@2 -@4 NICE@3    | LLUS   | -@4      | 0     | deleted, back, and deleted again
            LYON@2 LYON@1            | LS     | LYON@2   | 0     | the same content, but known for longer than was thought
            LYON@2 LYON@1 LYON@1     | LSU    | LYON@2   | 0     | a late version, repeated
            LYON@1 NICE@2            | LL     | NICE@2   | 0     | a change
            NICE@2 LYON@1            | LS     | NICE@2   | 0     | out of order: history only
            NICE@2 LYON@1 LYON@1     | LSU    | NICE@2   | 0     |
            LYON@1 NICE@1            | LL     | NICE@1   | 0     | of equal times the later arrival
            LYON@1 NICE@2 LYON@3     | LLL    | LYON@3   | 0     | back again
            LYON@1 NICE@2 LYON@1     | LLU    | NICE@2   | 0     | an old delivery, repeated
            NICE@3 LYON@1 PARIS@2    | LSS    | NICE@3   | 0     |
            LYON@1 -@2               | LL     | -@2      | 0     | deleted
            LYON@1 -@2 -@2           | LLU    | -@2      | 0     | deleted, repeated
            LYON@1 -@2 -@3           | LLU    | -@2      | 0     | still deleted
            LYON@1 -@2 LYON@3        | LLL    | LYON@3   | 0     | undeleted as it was
            LYON@1 -@2 NICE@3        | LLL    | NICE@3   | 0     | undeleted otherwise
            LYON@1 -@2 LYON@1        | LLU    | -@2      | 0     | an old delivery does not undelete
            LYON@2 -@3 NICE@1        | LLS    | -@3      | 0     | nor does a late version
            -@2 LYON@1               | LS     | -@2      | 0     | the deletion arrived first
            -@1 LYON@2               | LL     | LYON@2   | 0     |
            LYON@3 -@2               | LS     | LYON@3   | 0     | a late deletion of what came back since
            LYON@1 !@2               | LQ     | LYON@1   | 1     | the version before stays
            LYON@1 !@2 !@2           | LQU    | LYON@1   | 1     | it waits once
            LYON@1 !@2 LYON@3        | LQL    | LYON@3   | 0     | the source mended it
            LYON@1 !@3 NICE@2        | LQL    | NICE@2   | 1     | good, but older than what waits
            !@3 !@2                  | QQ     | none     | 1     | only the newest refused version waits
            !@2 LYON@1               | QL     | LYON@1   | 1     | a late version is better than none
            LYON@1 !@2 -@3           | LQL    | -@3      | 0     | a deletion answers what waits
            """)
    void keepsWhatTheSourceSaidLast(String deliveries, String counts, String inForce, long waits, String why) {
        StringBuilder counted = new StringBuilder();
        List<Delivery.RecordVersion> all = new ArrayList<>();
        for (String written : deliveries.split(" ")) {
            Delivery.RecordVersion delivery = delivery("C1", written);
            all.add(delivery);
            counted.append(letter(hub.intake().land(1, List.of(delivery))));
        }

        assertThat(counted).as(why).hasToString(counts);
        assertThat(inForce("C1")).as(why).isEqualTo(inForce);
        assertThat(hub.quarantine().countWaiting()).as(why).isEqualTo(waits);

        LandingCounts again = hub.intake().land(2, all);
        assertThat(again).as("redelivered as a whole").isEqualTo(new LandingCounts(0, all.size(), 0, 0));
        assertThat(inForce("C1")).isEqualTo(inForce);

        List<Delivery.RecordVersion> asBatch = new ArrayList<>();
        for (String written : deliveries.split(" ")) {
            asBatch.add(delivery("C2", written));
        }
        hub.intake().land(3, asBatch);
        assertThat(inForce("C2")).as("in one batch").isEqualTo(inForce);
    }

    @Test
    void endsInTheSameContentWhateverTheOrderOfArrival() {
        for (long seed = 1; seed <= 100; seed++) {
            Random random = new Random(seed);
            List<String> written = new ArrayList<>();
            for (int day = 1; day <= 6; day++) {
                written.add(List.of("LYON", "NICE", "-").get(random.nextInt(3)) + "@" + day);
            }
            String newest = written.get(5).split("@")[0];
            Collections.shuffle(written, random);
            String key = "R" + seed;

            written.forEach(one -> hub.intake().land(1, List.of(delivery(key, one))));

            assertThat(inForce(key).split("@")[0])
                    .as("seed %d: %s", seed, written)
                    .isEqualTo(newest);
        }
    }

    private static String letter(LandingCounts counts) {
        return "L".repeat((int) counts.landed())
                + "U".repeat((int) counts.unchanged())
                + "S".repeat((int) counts.stale())
                + "Q".repeat((int) counts.quarantined());
    }

    private static Delivery.RecordVersion delivery(String key, String written) {
        String[] parts = written.split("@");
        Instant time = DAY_ZERO.plus(Duration.ofDays(Long.parseLong(parts[1])));
        AttributeValues raw = switch (parts[0]) {
            case "-" -> AttributeValues.none();
            case "!" -> AttributeValues.of(Map.of("birth_date", List.of("2062-01-0" + parts[1])));
            default -> AttributeValues.of(Map.of("town", List.of(parts[0])));
        };
        return new Delivery.RecordVersion("crm", key, time, raw, parts[0].equals("-"));
    }

    private String inForce(String key) {
        Optional<SourceRecordRow> found = hub.sourceRecords().find(new RecordId("crm", key));
        return found.map(row -> row.raw().first("town").orElse("-") + "@"
                        + Duration.between(DAY_ZERO, row.sourceTimestamp()).toDays())
                .orElse("none");
    }
}
