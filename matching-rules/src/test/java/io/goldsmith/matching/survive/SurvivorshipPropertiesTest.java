package io.goldsmith.matching.survive;

import static io.goldsmith.matching.survive.CandidateFixtures.JANUARY;
import static io.goldsmith.matching.survive.CandidateFixtures.NOW;
import static io.goldsmith.matching.survive.CandidateFixtures.by;
import static io.goldsmith.matching.survive.CandidateFixtures.candidate;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SurvivorshipPropertiesTest {

    private static final List<String> SOURCES = List.of("accounting", "crm", "erp", "partner", "web");
    private static final Instant LAST = Instant.parse("2027-06-01T00:00:00Z");

    private static SurvivorshipRule rule(SurvivorshipStrategy strategy) {
        return switch (strategy) {
            case SOURCE_PRIORITY -> new SurvivorshipRule(strategy, List.of("erp", "crm"), Optional.empty());
            case TRUST_SCORE -> new SurvivorshipRule(strategy, List.of(), Optional.of(Duration.ofDays(200)));
            default -> SurvivorshipRule.of(strategy);
        };
    }

    /** One record of each of the first sources; few values, so that they often agree and tie; some dated in the future. */
    private static List<Candidate> candidates(Random random, int count) {
        List<Candidate> candidates = new ArrayList<>();
        for (String source : SOURCES.subList(0, count)) {
            Instant asOf = JANUARY.plus(Duration.ofDays(100L * random.nextInt(5)));
            candidates.add(candidate(
                    source,
                    asOf,
                    Map.of(
                            "family_name", random.nextInt(5) == 0 ? List.of() : List.of("N" + random.nextInt(2)),
                            "street", List.of("S" + random.nextInt(2)),
                            "phone", List.of("+3361111111" + random.nextInt(3), "+3362222222" + random.nextInt(3)))));
        }
        return candidates;
    }

    @Property(tries = 300)
    void theOrderOfTheCandidatesDoesNotMatter(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int count, @ForAll SurvivorshipStrategy strategy) {
        Random random = new Random(seed);
        List<Candidate> candidates = candidates(random, count);
        Survivors survivors = by(rule(strategy)).survive(candidates, NOW);

        Collections.shuffle(candidates, random);

        assertThat(by(rule(strategy)).survive(candidates, NOW)).isEqualTo(survivors);
    }

    @Property(tries = 300)
    void aCandidateThatWinsNowhereChangesNoValue(@ForAll long seed, @ForAll SurvivorshipStrategy strategy) {
        List<Candidate> candidates = candidates(new Random(seed), 4);
        Candidate last = candidate("zz", JANUARY.minusSeconds(1), Map.of("family_name", List.of("L")));
        Survivors before = by(rule(strategy)).survive(candidates, NOW);
        candidates.add(last);

        Survivors after = by(rule(strategy)).survive(candidates, NOW);

        boolean won = after.provenance().values().stream()
                .anyMatch(provenance -> provenance.record().equals(last.record()));
        if (!won) {
            assertThat(after.values()).isEqualTo(before.values());
        }
    }

    @Property(tries = 300)
    void nothingChangesBeforeValidUntil(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 5) int count,
            @ForAll @IntRange(min = 0, max = 400) int days,
            @ForAll SurvivorshipStrategy strategy) {
        List<Candidate> candidates = candidates(new Random(seed), count);
        Instant first = JANUARY.plus(Duration.ofDays(days));
        Survivors stored = by(rule(strategy)).survive(candidates, first);
        assertThat(by(rule(strategy)).survive(candidates, first)).isEqualTo(stored);

        Instant later = stored.validUntil().orElse(LAST).minusNanos(1_000);

        assertThat(by(rule(strategy)).survive(candidates, later).values()).isEqualTo(stored.values());
    }
}
