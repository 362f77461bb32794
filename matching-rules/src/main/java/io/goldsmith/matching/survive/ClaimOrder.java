package io.goldsmith.matching.survive;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Claims from best to worst under a rule. A total order, so that the order of the candidates does not matter: ties of the rule's own
 * criterion go by recency, trust, completeness, then the record id.
 *
 * <p>Trust that halves with each half-life of age orders two claims alike at every instant after both were made: comparing
 * {@code trust * 2^(-age / halfLife)} is comparing {@code asOf + halfLife * log2(trust)}. So only a claim dated in the future, whose
 * age counts as none until then, can change an answer by time alone.
 */
final class ClaimOrder {

    private static final Comparator<Claim> TIES = Comparator.comparing(Claim::asOf, Comparator.reverseOrder())
            .thenComparing(Claim::trust, Comparator.reverseOrder())
            .thenComparing(Claim::completeness, Comparator.reverseOrder())
            .thenComparing(Claim::record)
            .thenComparing(Claim::holder);

    private ClaimOrder() {}

    static Comparator<Claim> of(SurvivorshipRule rule, List<Claim> claims, Instant evaluationInstant) {
        Comparator<Claim> criterion = switch (rule.strategy()) {
            case MOST_RECENT -> Comparator.comparing(Claim::asOf, Comparator.reverseOrder());
            case TRUST_SCORE -> byTrust(rule, evaluationInstant);
            case SOURCE_PRIORITY -> Comparator.comparingInt(claim -> priority(rule.sources(), claim));
            case MOST_COMPLETE -> Comparator.comparing(Claim::completeness, Comparator.reverseOrder());
            case MOST_FREQUENT -> byFrequency(claims);
        };
        Comparator<Claim> byParty = Comparator.comparingInt(
                claim -> rule.parties().indexOf(claim.source().party()));
        return (rule.parties().isEmpty() ? criterion : byParty.thenComparing(criterion)).thenComparing(TIES);
    }

    private static Comparator<Claim> byTrust(SurvivorshipRule rule, Instant evaluationInstant) {
        if (rule.decay().isEmpty()) {
            return Comparator.comparing(Claim::trust, Comparator.reverseOrder());
        }
        Duration halfLife = rule.decay().get();
        return Comparator.comparing(
                (Claim claim) -> decayed(claim, halfLife, evaluationInstant), Comparator.reverseOrder());
    }

    private static long decayed(Claim claim, Duration halfLife, Instant evaluationInstant) {
        if (claim.trust() <= 0) {
            return Long.MIN_VALUE;
        }
        Instant asOf = claim.asOf().isAfter(evaluationInstant) ? evaluationInstant : claim.asOf();
        return micros(asOf) + lead(claim, halfLife);
    }

    /**
     * When the rule would order the claims otherwise by time alone: when a claim dated in the future, which does not decay yet,
     * overtakes one above it. Empty: never.
     *
     * @param ordered best first under the rule at the evaluation instant
     */
    static Optional<Instant> nextChange(SurvivorshipRule rule, List<Claim> ordered, Instant evaluationInstant) {
        if (rule.strategy() != SurvivorshipStrategy.TRUST_SCORE || rule.decay().isEmpty()) {
            return Optional.empty();
        }
        Duration halfLife = rule.decay().get();
        long next = Long.MAX_VALUE;
        for (int lower = 1; lower < ordered.size(); lower++) {
            Claim future = ordered.get(lower);
            if (future.trust() > 0 && future.asOf().isAfter(evaluationInstant)) {
                for (Claim higher : ordered.subList(0, lower)) {
                    if (!rule.parties().isEmpty()
                            && higher.source().party() != future.source().party()) {
                        continue;
                    }
                    long overtaken = micros(higher.asOf()) + lead(higher, halfLife) - lead(future, halfLife);
                    if (overtaken > micros(evaluationInstant) && overtaken <= micros(future.asOf())) {
                        next = Math.min(next, overtaken);
                    }
                }
            }
        }
        return next == Long.MAX_VALUE ? Optional.empty() : Optional.of(Instant.EPOCH.plus(next, ChronoUnit.MICROS));
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    /** How much older than a claim of trust 1 it may be and still be believed as much; StrictMath, so that all machines round alike. */
    private static long lead(Claim claim, Duration halfLife) {
        double doublings = StrictMath.log(claim.trust()) / StrictMath.log(2);
        return Math.round(doublings * (halfLife.getSeconds() * 1_000_000.0 + halfLife.getNano() / 1_000.0));
    }

    private static int priority(List<String> sources, Claim claim) {
        int position = sources.indexOf(claim.record().source());
        return position < 0 ? sources.size() : position;
    }

    /** Values that were emptied agree on nothing; an origin counts once, however many echoes it has. */
    private static Comparator<Claim> byFrequency(List<Claim> claims) {
        Map<Object, Set<Object>> supporters = new HashMap<>();
        for (Claim claim : claims) {
            supporters
                    .computeIfAbsent(claim.standard(), values -> new HashSet<>())
                    .add(claim.record());
        }
        return Comparator.comparing(
                (Claim claim) ->
                        claim.isEmptied() ? 0 : supporters.get(claim.standard()).size(),
                Comparator.reverseOrder());
    }
}
