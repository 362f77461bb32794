package io.goldsmith.matching.survive;

import java.util.Map;
import java.util.Set;

/**
 * How far a source system is believed and what its values may serve.
 *
 * @param party whose data it holds
 * @param trust its trust score, 0 to 100
 * @param attributeTrust trust scores of attributes or groups, where they differ
 * @param purposes what its values may serve
 */
public record SourceTrust(SourceParty party, int trust, Map<String, Integer> attributeTrust, Set<String> purposes) {

    public SourceTrust {
        attributeTrust = Map.copyOf(attributeTrust);
        purposes = Set.copyOf(purposes);
    }

    /** The lowest trust score that applies to the group: its own, those of its attributes, or else the source's. */
    int of(AttributeGroup group) {
        Integer ofGroup = attributeTrust.get(group.name());
        if (ofGroup != null) {
            return ofGroup;
        }
        return group.attributes().stream()
                .mapToInt(attribute -> attributeTrust.getOrDefault(attribute.name(), trust))
                .min()
                .orElse(trust);
    }
}
