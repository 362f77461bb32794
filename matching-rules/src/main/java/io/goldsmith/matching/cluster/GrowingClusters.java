package io.goldsmith.matching.cluster;

/**
 * Clusters while they grow: the root of each is its smallest row, and its rows are chained from the root in the order in which they came.
 * Twenty bytes per row. Threads may work side by side on rows of different components.
 */
final class GrowingClusters {

    /** The link weight of a row that no pair joined to another: the root of a cluster, or what a person linked. */
    static final int NO_LINK = Integer.MAX_VALUE;

    private static final int END = -1;

    private final DisjointRows sets;
    private final int[] next;
    private final int[] last;
    private final int[] sizes;
    private final int[] links;

    GrowingClusters(int rows) {
        sets = new DisjointRows(rows);
        next = new int[rows];
        last = new int[rows];
        sizes = new int[rows];
        links = new int[rows];
        for (int row = 0; row < rows; row++) {
            next[row] = END;
            last[row] = row;
            sizes[row] = 1;
            links[row] = NO_LINK;
        }
    }

    int root(int row) {
        return sets.root(row);
    }

    /** The row behind this one in its cluster, starting from the root; negative behind the last. */
    int next(int row) {
        return next[row];
    }

    /** How many rows the cluster of a root has. */
    int size(int root) {
        return sizes[root];
    }

    /** Joins the clusters of two different roots by a pair of this weight; answers the root that is none any more. */
    int join(int one, int other, int weight) {
        int root = sets.join(one, other);
        int absorbed = Math.max(one, other);
        next[last[root]] = absorbed;
        last[root] = last[absorbed];
        sizes[root] += sizes[absorbed];
        links[absorbed] = weight;
        return absorbed;
    }

    int[] roots() {
        return sets.roots();
    }

    /** For every row that a pair joined to its cluster as the root of another, the weight of the pair; else {@link #NO_LINK}. */
    int[] links() {
        return links;
    }
}
