package io.goldsmith.matching.survive;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How one golden attribute, or a group that moves as one, is chosen.
 *
 * @param strategy the criterion that decides first; ties go by recency, trust, completeness, then record id
 * @param sources the source systems of {@code source-priority}, best first; others come after them
 * @param decay the half-life of trust under {@code trust-score}: values that old are believed half as much; empty: no decay
 */
public record SurvivorshipRule(SurvivorshipStrategy strategy, List<String> sources, Optional<Duration> decay) {

    public SurvivorshipRule {
        sources = sources == null ? List.of() : List.copyOf(sources);
        decay = decay == null ? Optional.empty() : decay;
    }

    /** A rule without parameters. */
    public static SurvivorshipRule of(SurvivorshipStrategy strategy) {
        return new SurvivorshipRule(strategy, List.of(), Optional.empty());
    }
}
