package io.goldsmith.matching.cluster;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Figures of clusters, to judge how well they hold together. Weights are in the units of
 * {@link io.goldsmith.matching.score.MatchWeight}; the inner pairs of a cluster are those of its rows at or above the review threshold.
 *
 * @param records how many records there are
 * @param clusters how many clusters they make
 * @param sizes how many clusters there are, by how many records they hold
 * @param innerPairs how many inner pairs all clusters have
 * @param density the share of all pairs within clusters that are inner pairs, from 0 to 1; 1 if no cluster has two records
 * @param meanWeight the mean weight of the inner pairs; 0 if there is none
 * @param smallestWeight the smallest weight of an inner pair; 0 if there is none
 * @param weakest the clusters that a pair holds together with the weakest links, the weakest first; at most {@link #MOST_WEAKEST}
 * @param cuts how many MATCH pairs were cut, for every reason
 */
public record ClusterMetrics(
        int records,
        int clusters,
        SortedMap<Integer, Long> sizes,
        long innerPairs,
        double density,
        int meanWeight,
        int smallestWeight,
        List<Cohesion> weakest,
        Map<CutReason, Long> cuts) {

    /** How many of the weakest clusters are named. */
    public static final int MOST_WEAKEST = 20;

    public ClusterMetrics {
        sizes = Collections.unmodifiableSortedMap(new TreeMap<>(sizes));
        weakest = List.copyOf(weakest);
        Map<CutReason, Long> every = new EnumMap<>(CutReason.class);
        for (CutReason reason : CutReason.values()) {
            every.put(reason, cuts.getOrDefault(reason, 0L));
        }
        cuts = Collections.unmodifiableMap(every);
    }

    /** How many MATCH pairs were cut. */
    public long cutPairs() {
        return cuts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * How one cluster of two records or more holds together.
     *
     * @param cluster its smallest row
     * @param size how many records it holds
     * @param density the share of its pairs that are inner pairs, from 0 to 1
     * @param meanWeight the mean weight of its inner pairs
     * @param smallestWeight the smallest weight of its inner pairs
     * @param weakestLink the smallest weight of the pairs that joined it, the heaviest that could: without that one it is two
     */
    public record Cohesion(
            int cluster, int size, double density, int meanWeight, int smallestWeight, int weakestLink) {}
}
