package io.goldsmith.matching.cluster;

import java.util.Comparator;
import java.util.List;

/** What clustering came to: the cluster of every row, and the MATCH pairs that it cut with the reason. Immutable. */
public final class Clustering {

    private static final Comparator<CutPair> BY_ROWS =
            Comparator.comparingInt(CutPair::left).thenComparingInt(CutPair::right);

    private final int[] clusters;
    private final int[] links;
    private final List<CutPair> cuts;

    Clustering(int[] clusters, int[] links, List<CutPair> cuts) {
        this.clusters = clusters;
        this.links = links;
        this.cuts = cuts.stream().sorted(BY_ROWS).toList();
    }

    /** For every row the smallest row of its cluster; not copied, not to be changed. */
    public int[] clusters() {
        return clusters;
    }

    /** How many clusters there are. */
    public int count() {
        int count = 0;
        for (int row = 0; row < clusters.length; row++) {
            count += clusters[row] == row ? 1 : 0;
        }
        return count;
    }

    /** The MATCH pairs whose rows are in different clusters, sorted by (left, right). */
    public List<CutPair> cuts() {
        return cuts;
    }

    /** Figures of these clusters, from the pairs that they were made of. */
    public ClusterMetrics metrics(ScoredPairs pairs) {
        return new ClusterFigures(clusters, links).metrics(pairs, cuts);
    }
}
