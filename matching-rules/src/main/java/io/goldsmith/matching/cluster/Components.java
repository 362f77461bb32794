package io.goldsmith.matching.cluster;

/** Disjoint sets of rows; the root of a set is its smallest row, and the rows of a set are chained from it. */
final class Components {

    private static final int END = -1;

    private final int[] parents;
    private final int[] next;
    private final int[] last;

    Components(int rows) {
        parents = new int[rows];
        next = new int[rows];
        last = new int[rows];
        for (int row = 0; row < rows; row++) {
            parents[row] = row;
            next[row] = END;
            last[row] = row;
        }
    }

    int root(int row) {
        int root = row;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    /** The row behind this one in its set, starting from the root; negative behind the last. */
    int next(int row) {
        return next[row];
    }

    /** Joins the sets of two different roots and answers the root of both. */
    int join(int one, int other) {
        int root = Math.min(one, other);
        int absorbed = Math.max(one, other);
        parents[absorbed] = root;
        next[last[root]] = absorbed;
        last[root] = last[absorbed];
        return root;
    }

    int[] smallestRows() {
        int[] smallest = new int[parents.length];
        for (int row = 0; row < smallest.length; row++) {
            smallest[row] = root(row);
        }
        return smallest;
    }
}
