package io.goldsmith.matching.survive;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How one golden attribute, or a group that moves as one, is chosen.
 *
 * @param strategy the criterion that decides first; ties go by recency, trust, completeness, then record id
 * @param sources the source systems of {@code source-priority}, best first; others come after them
 * @param decay the half-life of trust under {@code trust-score}: values that old are believed half as much; empty: no decay
 * @param parties whose data is considered, best first: the strategy chooses among the values of the first party that has any; the
 *     parties that are not named claim nothing. Empty: all parties alike
 * @param purposes what a value must be allowed to serve to be considered: all of these. Empty: any value is
 * @param conflict from which trust on sources that disagree are a conflict for a person; empty: never
 */
public record SurvivorshipRule(
        SurvivorshipStrategy strategy,
        List<String> sources,
        Optional<Duration> decay,
        List<SourceParty> parties,
        Set<String> purposes,
        Optional<ConflictLevel> conflict) {

    public SurvivorshipRule {
        sources = sources == null ? List.of() : List.copyOf(sources);
        decay = decay == null ? Optional.empty() : decay;
        parties = parties == null ? List.of() : List.copyOf(parties);
        purposes = purposes == null ? Set.of() : Set.copyOf(purposes);
        conflict = conflict == null ? Optional.empty() : conflict;
    }

    /** A rule for the data of every party and purpose that never makes a conflict. */
    public SurvivorshipRule(SurvivorshipStrategy strategy, List<String> sources, Optional<Duration> decay) {
        this(strategy, sources, decay, List.of(), Set.of(), Optional.empty());
    }

    /** A rule without parameters. */
    public static SurvivorshipRule of(SurvivorshipStrategy strategy) {
        return new SurvivorshipRule(strategy, List.of(), Optional.empty());
    }

    /** Whether the rule considers a claim at all. */
    boolean admits(Claim claim) {
        return (parties.isEmpty() || parties.contains(claim.source().party()))
                && claim.source().purposes().containsAll(purposes);
    }
}
