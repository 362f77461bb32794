package io.goldsmith.matching.survive;

import io.goldsmith.matching.MatchingException;
import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.AttributeValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Chooses the golden values of a cluster by the survivorship rules. Immutable, thread-safe, a pure function. */
public final class Survivorship {

    /** How many values a multi-valued golden attribute holds at most. */
    public static final int MAX_VALUES = 10;

    /** How many losing candidates the provenance of an attribute keeps at most. */
    public static final int MAX_LOSERS = 20;

    private final List<AttributeGroup> groups;
    private final SurvivorshipSettings settings;

    private Survivorship(List<AttributeGroup> groups, SurvivorshipSettings settings) {
        this.groups = List.copyOf(groups);
        this.settings = settings;
    }

    /**
     * Survivorship of a model's groups.
     *
     * @throws MatchingException with every rule that does not fit the model
     */
    public static Survivorship of(List<AttributeGroup> groups, SurvivorshipSettings settings) {
        List<String> problems = settings.problems(groups);
        if (!problems.isEmpty()) {
            throw new MatchingException("The survivorship rules do not fit the entity model; mend these keys of the"
                    + " survivorship section: " + String.join("; ", problems));
        }
        return new Survivorship(groups, settings);
    }

    /** The golden values of a cluster for which nothing is pinned: see {@link #survive(List, Collection, Instant)}. */
    public Survivors survive(List<Candidate> candidates, Instant evaluationInstant) {
        return survive(candidates, List.of(), evaluationInstant);
    }

    /**
     * The golden values of a cluster.
     *
     * @param candidates its source records, in any order, each once
     * @param pins what stewards pinned, in any order; those anchored on other records, or not holding at the instant, say nothing
     * @param evaluationInstant for which instant the rules are evaluated
     */
    public Survivors survive(List<Candidate> candidates, Collection<Pin> pins, Instant evaluationInstant) {
        Claims claims = new Claims(candidates);
        PinnedClaims pinnedClaims = new PinnedClaims(candidates, pins, evaluationInstant);
        Map<String, List<String>> values = new TreeMap<>();
        TreeMap<String, Provenance> provenance = new TreeMap<>();
        List<Conflict> conflicts = new ArrayList<>();
        Optional<Instant> validUntil = pinnedClaims.nextChange();
        for (AttributeGroup group : groups) {
            SurvivorshipRule rule = settings.ruleOf(group.name());
            List<Claim> pinned = pinnedClaims.of(group);
            List<Claim> claimed = claims.of(group);
            claimed.removeIf(claim -> !rule.admits(claim));
            claimed.sort(ClaimOrder.of(rule, claimed, evaluationInstant));
            if (!pinned.isEmpty() || !claimed.isEmpty()) {
                provenance.put(group.name(), choose(group, rule, pinned, claimed, values));
                validUntil = earlier(validUntil, ClaimOrder.nextChange(rule, claimed, evaluationInstant));
            }
            if (pinned.isEmpty()) {
                Conflicts.of(group, rule, claimed).ifPresent(conflicts::add);
            }
        }
        return new Survivors(
                AttributeValues.of(values),
                Collections.unmodifiableSortedMap(provenance),
                validUntil,
                List.copyOf(conflicts));
    }

    private static Provenance choose(
            AttributeGroup group,
            SurvivorshipRule rule,
            List<Claim> pinned,
            List<Claim> ordered,
            Map<String, List<String>> values) {
        List<Claim> ranked = new ArrayList<>(pinned);
        ranked.addAll(group.isMultiValued() ? valuesFirst(ordered) : ordered);
        Claim winner = ranked.get(0);
        boolean unites = group.isMultiValued() && pinned.isEmpty();
        for (AttributeDefinition attribute : group.attributes()) {
            if (unites) {
                values.put(attribute.name(), unite(attribute, ranked));
            } else if (group.isMultiValued()) {
                values.put(attribute.name(), winner.shownOf(attribute));
            } else if (winner.isEmptied() || winner.shown().containsKey(attribute.name())) {
                values.put(attribute.name(), firstOf(winner.shownOf(attribute)));
            }
        }
        List<Provenance.Loser> losers =
                ranked.stream().skip(1).limit(MAX_LOSERS).map(Claim::asLoser).toList();
        return new Provenance(
                winner.record(),
                winner.version(),
                pinned.isEmpty() ? rule.strategy().word() : Pin.RULE,
                winner.asOf(),
                winner.source().purposes(),
                group.isMultiValued() || group.attributes().size() > 1 ? winner.shown() : Map.of(),
                losers,
                winner.pinnedBy(),
                winner.verification());
    }

    /** What one source emptied takes nothing from the values of the others. */
    private static List<Claim> valuesFirst(List<Claim> ordered) {
        List<Claim> ranked = new ArrayList<>(ordered);
        ranked.sort((one, other) -> Boolean.compare(one.isEmptied(), other.isEmptied()));
        return ranked;
    }

    private static List<String> unite(AttributeDefinition attribute, List<Claim> ranked) {
        Map<String, String> shownByStandard = new LinkedHashMap<>();
        for (Claim claim : ranked) {
            List<String> standard = claim.standard().getOrDefault(attribute.name(), List.of());
            List<String> shown = claim.shownOf(attribute);
            for (int i = 0; i < standard.size() && shownByStandard.size() < MAX_VALUES; i++) {
                shownByStandard.putIfAbsent(standard.get(i), shown.get(i));
            }
        }
        return List.copyOf(shownByStandard.values());
    }

    private static List<String> firstOf(List<String> shown) {
        return shown.size() > 1 ? shown.subList(0, 1) : shown;
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && (other.isEmpty() || one.get().isBefore(other.get())) ? one : other;
    }
}
