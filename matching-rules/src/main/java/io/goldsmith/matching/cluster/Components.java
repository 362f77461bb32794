package io.goldsmith.matching.cluster;

/** Disjoint sets of rows; the root of a set is its smallest row. */
final class Components {

    private final int[] parents;

    Components(int rows) {
        parents = new int[rows];
        for (int row = 0; row < rows; row++) {
            parents[row] = row;
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

    /** Joins the sets of two different roots and answers the root of both. */
    int join(int one, int other) {
        int root = Math.min(one, other);
        parents[Math.max(one, other)] = root;
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
