package io.goldsmith.matching.survive;

import io.goldsmith.matching.MatchingException;
import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.AttributeValues;
import java.time.Instant;
import java.util.ArrayList;
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

    /**
     * The golden values of a cluster.
     *
     * @param candidates its source records, in any order, each once
     * @param evaluationInstant for which instant the rules are evaluated
     */
    public Survivors survive(List<Candidate> candidates, Instant evaluationInstant) {
        Claims claims = new Claims(candidates);
        Map<String, List<String>> values = new TreeMap<>();
        TreeMap<String, Provenance> provenance = new TreeMap<>();
        Optional<Instant> validUntil = Optional.empty();
        for (AttributeGroup group : groups) {
            List<Claim> claimed = claims.of(group);
            if (!claimed.isEmpty()) {
                SurvivorshipRule rule = settings.ruleOf(group.name());
                claimed.sort(ClaimOrder.of(rule, claimed, evaluationInstant));
                provenance.put(group.name(), choose(group, rule, claimed, values));
                validUntil = earlier(validUntil, ClaimOrder.nextChange(rule, claimed, evaluationInstant));
            }
        }
        return new Survivors(AttributeValues.of(values), Collections.unmodifiableSortedMap(provenance), validUntil);
    }

    private static Provenance choose(
            AttributeGroup group, SurvivorshipRule rule, List<Claim> ordered, Map<String, List<String>> values) {
        List<Claim> ranked = group.isMultiValued() ? valuesFirst(ordered) : ordered;
        Claim winner = ranked.get(0);
        for (AttributeDefinition attribute : group.attributes()) {
            if (group.isMultiValued()) {
                values.put(attribute.name(), unite(attribute, ranked));
            } else if (winner.isEmptied() || winner.shown().containsKey(attribute.name())) {
                values.put(attribute.name(), firstOf(winner.shownOf(attribute)));
            }
        }
        List<Provenance.Loser> losers =
                ranked.stream().skip(1).limit(MAX_LOSERS).map(Claim::asLoser).toList();
        return new Provenance(
                winner.record(),
                winner.version(),
                rule.strategy().word(),
                winner.asOf(),
                winner.purposes(),
                group.isMultiValued() || group.attributes().size() > 1 ? winner.shown() : Map.of(),
                losers);
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
