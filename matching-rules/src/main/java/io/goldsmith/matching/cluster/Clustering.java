package io.goldsmith.matching.cluster;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.List;

/**
 * Clusters of rows from scored pairs. Must-links come first; then pairs at or above the automatic threshold by falling weight, ties by
 * row, each joining two clusters unless a constraint forbids it. Pairs of one connected component are never looked at by another, so
 * that unrelated records change nothing.
 */
public final class Clustering {

    private Clustering() {}

    /**
     * The clusters: for every row the smallest row of its cluster.
     *
     * @param pairs the scored pairs
     * @param automatic the weight of the automatic threshold
     * @param decisions what people decided; must-links outrank exclusive identifiers
     * @param constraints what may not be joined, for as many rows as there are; it is used up
     */
    public static int[] cluster(
            ScoredPairs pairs, int automatic, List<LinkDecision> decisions, ClusterConstraints constraints) {
        Components components = new Components(constraints.rows());
        for (LinkDecision decision : decisions) {
            if (decision.linked()) {
                join(components, constraints, decision.left(), decision.right());
            }
        }
        for (LinkDecision decision : decisions) {
            if (!decision.linked()) {
                constraints.part(components.root(decision.left()), decision.right());
                constraints.part(components.root(decision.right()), decision.left());
            }
        }
        for (int pair : byFallingWeight(pairs, automatic)) {
            int left = components.root(pairs.left(pair));
            int right = components.root(pairs.right(pair));
            if (left != right && constraints.allow(components, left, right)) {
                join(components, constraints, left, right);
            }
        }
        return components.smallestRows();
    }

    private static void join(Components components, ClusterConstraints constraints, int one, int other) {
        int left = components.root(one);
        int right = components.root(other);
        if (left != right) {
            int root = components.join(left, right);
            constraints.joined(root, root == left ? right : left);
        }
    }

    private static int[] byFallingWeight(ScoredPairs pairs, int automatic) {
        int count = 0;
        int[] order = new int[pairs.size()];
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (pairs.weight(pair) >= automatic) {
                order[count] = pair;
                count++;
            }
        }
        int[] kept = java.util.Arrays.copyOf(order, count);
        // Pairs are sorted by rows already: a tie in weight is broken by their position.
        IntArrays.quickSort(
                kept,
                (one, other) -> pairs.weight(one) != pairs.weight(other)
                        ? Integer.compare(pairs.weight(other), pairs.weight(one))
                        : Integer.compare(one, other));
        return kept;
    }
}
