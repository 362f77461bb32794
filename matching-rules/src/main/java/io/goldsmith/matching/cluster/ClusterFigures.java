package io.goldsmith.matching.cluster;

import io.goldsmith.matching.cluster.ClusterMetrics.Cohesion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts the figures of clusters, cluster by cluster, in whole numbers. For one count; twenty-four bytes per row. */
final class ClusterFigures {

    private static final Comparator<Cohesion> WEAKEST_FIRST = Comparator.comparingInt(Cohesion::weakestLink)
            .thenComparing(Comparator.comparingInt(Cohesion::size).reversed())
            .thenComparingInt(Cohesion::cluster);

    private final int rows;
    private final int[] clusters;
    private final int[] sizes;
    private final int[] weakestLinks;
    private final int[] pairCounts;
    private final long[] weights;
    private final int[] smallest;

    /**
     * @param clusters for every row the smallest row of its cluster
     * @param links for every row that a pair joined to its cluster the pair's weight, {@link GrowingClusters#NO_LINK} for others
     */
    ClusterFigures(int[] clusters, int[] links) {
        this.rows = clusters.length;
        this.clusters = clusters;
        this.sizes = new int[rows];
        this.weakestLinks = new int[rows];
        this.pairCounts = new int[rows];
        this.weights = new long[rows];
        this.smallest = new int[rows];
        Arrays.fill(weakestLinks, GrowingClusters.NO_LINK);
        Arrays.fill(smallest, Integer.MAX_VALUE);
        for (int row = 0; row < rows; row++) {
            int cluster = clusters[row];
            sizes[cluster]++;
            weakestLinks[cluster] = Math.min(weakestLinks[cluster], links[row]);
        }
    }

    ClusterMetrics metrics(ScoredPairs pairs, List<CutPair> cuts) {
        for (int pair = 0; pair < pairs.size(); pair++) {
            int cluster = clusters[pairs.left(pair)];
            if (cluster == clusters[pairs.right(pair)]) {
                pairCounts[cluster]++;
                weights[cluster] += pairs.weight(pair);
                smallest[cluster] = Math.min(smallest[cluster], pairs.weight(pair));
            }
        }
        Map<CutReason, Long> reasons = new EnumMap<>(CutReason.class);
        cuts.forEach(cut -> reasons.merge(cut.reason(), 1L, Long::sum));
        return metrics(reasons);
    }

    private ClusterMetrics metrics(Map<CutReason, Long> reasons) {
        SortedMap<Integer, Long> bySize = new TreeMap<>();
        int count = 0;
        long innerPairs = 0;
        long possible = 0;
        long weight = 0;
        int least = Integer.MAX_VALUE;
        for (int row = 0; row < rows; row++) {
            if (sizes[row] > 0) {
                count++;
                bySize.merge(sizes[row], 1L, Long::sum);
                innerPairs += pairCounts[row];
                possible += pairs(sizes[row]);
                weight += weights[row];
                least = Math.min(least, smallest[row]);
            }
        }
        return new ClusterMetrics(
                rows,
                count,
                bySize,
                innerPairs,
                share(innerPairs, possible),
                mean(weight, innerPairs),
                innerPairs == 0 ? 0 : least,
                weakest(),
                reasons);
    }

    private List<Cohesion> weakest() {
        List<Cohesion> weakest = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            if (weakestLinks[row] != GrowingClusters.NO_LINK) {
                weakest.add(cohesion(row));
                if (weakest.size() > 2 * ClusterMetrics.MOST_WEAKEST) {
                    keepWeakest(weakest);
                }
            }
        }
        keepWeakest(weakest);
        return weakest;
    }

    private static void keepWeakest(List<Cohesion> clusters) {
        clusters.sort(WEAKEST_FIRST);
        if (clusters.size() > ClusterMetrics.MOST_WEAKEST) {
            clusters.subList(ClusterMetrics.MOST_WEAKEST, clusters.size()).clear();
        }
    }

    private Cohesion cohesion(int cluster) {
        return new Cohesion(
                cluster,
                sizes[cluster],
                share(pairCounts[cluster], pairs(sizes[cluster])),
                mean(weights[cluster], pairCounts[cluster]),
                pairCounts[cluster] == 0 ? 0 : smallest[cluster],
                weakestLinks[cluster]);
    }

    private static long pairs(long records) {
        return records * (records - 1) / 2;
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 1 : part / (double) whole;
    }

    private static int mean(long sum, long count) {
        return count == 0 ? 0 : (int) Math.floorDiv(sum, count);
    }
}
