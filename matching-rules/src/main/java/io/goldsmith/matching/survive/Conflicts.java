package io.goldsmith.matching.survive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds where sources that are believed enough disagree. */
final class Conflicts {

    private Conflicts() {}

    /**
     * The conflict about a group, if its rule sets a level. What was emptied disagrees with nothing, and neither do two records of one
     * source system.
     *
     * @param ordered best first under the rule
     */
    static Optional<Conflict> of(AttributeGroup group, SurvivorshipRule rule, List<Claim> ordered) {
        if (rule.conflict().isEmpty() || group.isMultiValued()) {
            return Optional.empty();
        }
        int level = 2 * rule.conflict().get().trust();
        List<Claim> believed = ordered.stream()
                .filter(claim -> claim.trust() >= level && !claim.isEmptied())
                .toList();
        Set<Claim> disagreeing = new HashSet<>();
        for (Claim one : believed) {
            for (Claim other : believed) {
                if (!one.record().source().equals(other.record().source()) && disagree(one, other)) {
                    disagreeing.addAll(List.of(one, other));
                }
            }
        }
        List<Claim> sides = new ArrayList<>();
        for (Claim claim : believed) {
            if (disagreeing.contains(claim)
                    && sides.size() < Conflict.MAX_SIDES
                    && sides.stream().noneMatch(side -> side.standard().equals(claim.standard()))) {
                sides.add(claim);
            }
        }
        return sides.isEmpty()
                ? Optional.empty()
                : Optional.of(new Conflict(
                        group.name(),
                        sides.stream()
                                .map(side -> new Conflict.Side(side.record(), side.asOf()))
                                .toList()));
    }

    /** Two addresses of which one lacks the country do not disagree on it. */
    private static boolean disagree(Claim one, Claim other) {
        for (Map.Entry<String, List<String>> attribute : one.standard().entrySet()) {
            List<String> values = other.standard().get(attribute.getKey());
            if (values != null && !values.equals(attribute.getValue())) {
                return true;
            }
        }
        return false;
    }
}
