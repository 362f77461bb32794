package io.goldsmith.matching.cluster;

/**
 * Disjoint sets of rows; the root of a set is its smallest row (union-find with path halving: Tarjan and van Leeuwen, 1984). Threads may
 * work side by side on rows that no set has in common.
 */
final class DisjointRows {

    private final int[] parents;

    DisjointRows(int rows) {
        parents = new int[rows];
        for (int row = 0; row < rows; row++) {
            parents[row] = row;
        }
    }

    int rows() {
        return parents.length;
    }

    int root(int row) {
        int root = row;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    /** Joins the sets of two roots and answers the root of both. */
    int join(int one, int other) {
        int root = Math.min(one, other);
        parents[Math.max(one, other)] = root;
        return root;
    }

    int[] roots() {
        int[] roots = new int[parents.length];
        for (int row = 0; row < roots.length; row++) {
            roots[row] = root(row);
        }
        return roots;
    }
}
