package io.goldsmith.mdm.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.model.MatchSettings;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.mdm.TestHub;
import io.goldsmith.mdm.model.HubConfiguration;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RecordScoringTest {

    /** A value of each attribute that breaks no rule, whatever the others are. */
    private static final Map<String, String> GOOD = Map.of(
            "party_type", "person",
            "given_name", "Anna",
            "birth_date", "1980-05-06",
            "town", "Lyon",
            "email", "anna@example.org",
            "siren", "732829320");

    private static final Matching MATCHING = matching();

    private static final Validation VALIDATION = new Validation(
            RuleSample.rules(
                    MATCHING,
                    RuleSample.of("required", "given_name").named("name").warning(),
                    RuleSample.of("at-least-one", "email").named("reachable").warning(),
                    RuleSample.of("well-formed", "email").named("email").warning(),
                    RuleSample.of("well-formed", "birth_date").named("birth").warning(),
                    RuleSample.of("not-in-future", "birth_date").named("born").warning(),
                    RuleSample.of("permitted", "party_type").named("party").warning(),
                    RuleSample.of("valid-identifier", "siren")
                            .named("siren")
                            .when("party_type", "organisation")
                            .warning(),
                    RuleSample.of("matches", "town").named("town").warning(),
                    RuleSample.of("unique", "email").named("unique-email").warning()),
            MATCHING,
            Clock.fixed(TestHub.NOW, ZoneOffset.UTC));

    private static final RecordScoring SCORING = new RecordScoring(VALIDATION.rules());

    @Property(tries = 300)
    void staysFrom0To100(@ForAll("records") Map<String, String> values, @ForAll long seconds) {
        Instant verifiedAt = TestHub.NOW.minusSeconds(Math.floorMod(seconds, 10_000_000_000L));

        RecordScore score = score(values, verifiedAt, Set.of());

        for (Dimension dimension : Dimension.values()) {
            assertThat(score.of(dimension)).as(dimension.word()).isBetween(0.0, 100.0);
        }
        assertThat(score.overall()).isBetween(0.0, 100.0);
    }

    /** Not of the attribute that conditions ask for: mending it may let other rules apply. */
    @Property(tries = 300)
    void neverFallsWhenAValueIsMended(
            @ForAll("records") Map<String, String> values, @ForAll("mendable") String mended) {
        Map<String, String> better = new TreeMap<>(values);
        better.put(mended, GOOD.get(mended));

        RecordScore before = score(values, TestHub.NOW, Set.of());
        RecordScore after = score(better, TestHub.NOW, Set.of());

        for (Dimension dimension : Dimension.values()) {
            assertThat(after.of(dimension)).as(dimension.word()).isGreaterThanOrEqualTo(before.of(dimension));
        }
    }

    @Property(tries = 100)
    void neverRisesAsTimeGoesBy(@ForAll("records") Map<String, String> values, @ForAll("days") int days) {
        Instant newer = TestHub.NOW.minus(Duration.ofDays(days));
        Instant older = newer.minus(Duration.ofDays(30));

        assertThat(score(values, older, Set.of()).of(Dimension.TIMELINESS))
                .isLessThanOrEqualTo(score(values, newer, Set.of()).of(Dimension.TIMELINESS));
    }

    @Example
    void scoresWhatIsWholeWith100() {
        RecordScore score = score(GOOD, TestHub.NOW, Set.of());

        assertThat(score.overall()).isEqualTo(100.0);
    }

    @Example
    void countsWhatIsMissingWrongInconsistentAndOld() {
        Map<String, String> values = Map.of(
                "party_type", "organisation",
                "town", "lyon",
                "email", "anna@example.org",
                "siren", "732829321",
                "birth_date", "");

        RecordScore score = score(values, TestHub.NOW.minus(Duration.ofDays(365)), Set.of("unique-email"));

        assertThat(score.of(Dimension.COMPLETENESS))
                .as(
                        "of seven: the five, the name that is required, and one of e-mail and town; birth and name are missing")
                .isEqualTo(71.43);
        assertThat(score.of(Dimension.VALIDITY)).as("town and siren of four").isEqualTo(50.0);
        assertThat(score.of(Dimension.CONSISTENCY))
                .as("an organisation's siren")
                .isEqualTo(0.0);
        assertThat(score.of(Dimension.UNIQUENESS)).isEqualTo(0.0);
        assertThat(score.of(Dimension.TIMELINESS)).isEqualTo(50.0);
        assertThat(score.overall()).isEqualTo(34.29);
    }

    @Example
    void takesAPlaceholderForNoValue() {
        RecordScore score =
                score(Map.of("given_name", "Anna", "town", "N/A", "email", "a@example.org"), TestHub.NOW, Set.of());

        assertThat(score.of(Dimension.COMPLETENESS)).isEqualTo(75.0);
    }

    @Provide
    Arbitrary<Map<String, String>> records() {
        return Combinators.combine(
                        values("person", "organisation", "robot"),
                        values("Anna", "", "N/A"),
                        values("1980-05-06", "31/31/1980", "2062-01-01", ""),
                        values("Lyon", "lyon", "N/A", ""),
                        values("anna@example.org", "anna(at)example", ""),
                        values("732829320", "732829321", ""))
                .as((party, given, birth, town, email, siren) -> {
                    Map<String, String> values = new TreeMap<>();
                    put(values, "party_type", party);
                    put(values, "given_name", given);
                    put(values, "birth_date", birth);
                    put(values, "town", town);
                    put(values, "email", email);
                    put(values, "siren", siren);
                    return values;
                });
    }

    @Provide
    Arbitrary<String> mendable() {
        return Arbitraries.of("given_name", "birth_date", "town", "email", "siren");
    }

    @Provide
    Arbitrary<Integer> days() {
        return Arbitraries.integers().between(0, 40_000);
    }

    /** One of them, or unknown. */
    private static Arbitrary<String> values(String... values) {
        return Arbitraries.of(values).injectNull(0.2);
    }

    private static void put(Map<String, String> values, String attribute, String value) {
        if (value != null) {
            values.put(attribute, value);
        }
    }

    private static RecordScore score(Map<String, String> values, Instant verifiedAt, Set<String> repeated) {
        Map<String, List<String>> lists = new TreeMap<>();
        values.forEach((attribute, value) -> lists.put(attribute, List.of(value)));
        AttributeValues raw = AttributeValues.of(lists);
        return SCORING.judge(VALIDATION.judged(raw, MATCHING.standardise(raw)), verifiedAt, TestHub.NOW, repeated)
                .score();
    }

    private static Matching matching() {
        HubConfiguration configuration = TestHub.configuration(new DatabaseSettings("jdbc:h2:mem:none", "sa", ""));
        return Matching.of(
                configuration.entityModel().definitions(),
                configuration.section(MatchSettings.class).orElseThrow());
    }
}
