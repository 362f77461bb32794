package io.goldsmith.mdm.resolution;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a check found.
 *
 * @param records how many source records were looked at
 * @param goldenRecords how many golden records, whatever their state
 * @param waiting how many records wait to be resolved: what comes of them is not checked
 * @param outdated how many golden records would have other values under the rules now in force than under those that made them; that is
 *     no damage
 * @param counts by broken invariant, in how many places
 * @param first the first {@value #KEPT} places
 */
public record ConsistencyReport(
        long records,
        long goldenRecords,
        long waiting,
        long outdated,
        Map<Invariant, Long> counts,
        List<BrokenInvariant> first) {

    /** How many places are kept by name. */
    static final int KEPT = 10_000;

    public ConsistencyReport {
        Map<Invariant, Long> sorted = new EnumMap<>(Invariant.class);
        sorted.putAll(counts);
        counts = Collections.unmodifiableMap(sorted);
        first = List.copyOf(first);
    }

    /** Whether every invariant holds. */
    public boolean isSound() {
        return counts.isEmpty();
    }

    /** In how many places an invariant is broken. */
    public long broken() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
