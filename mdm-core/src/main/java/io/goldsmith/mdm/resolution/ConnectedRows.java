package io.goldsmith.mdm.resolution;

import java.util.stream.IntStream;

/** Rows of a table that hang together, for whatever reason. Four bytes per row. */
final class ConnectedRows {

    private final int[] parent;

    /**
     * @param clusterOf the smallest row of each row's cluster
     */
    ConnectedRows(int[] clusterOf) {
        this.parent = clusterOf.clone();
    }

    /** Rows of which none hangs together with another one yet. */
    static ConnectedRows apart(int rows) {
        return new ConnectedRows(IntStream.range(0, rows).toArray());
    }

    void join(int one, int other) {
        int left = root(one);
        int right = root(other);
        parent[Math.max(left, right)] = Math.min(left, right);
    }

    /** The smallest row that hangs together with a row. */
    int root(int row) {
        int root = row;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }
}
