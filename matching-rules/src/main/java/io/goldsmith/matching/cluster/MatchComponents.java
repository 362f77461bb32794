package io.goldsmith.matching.cluster;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The connected components that MATCH pairs and must-links make, with the pairs and decisions of each: what lies in one never touches
 * another. Pairs are long keys that sort by falling weight, then by row. Eight bytes per pair and four per component. Threads may work side
 * by side on different components.
 */
final class MatchComponents {

    private final long[] keys;
    private final int[] starts;
    private final List<List<LinkDecision>> decisions;

    private MatchComponents(long[] keys, int[] starts, List<List<LinkDecision>> decisions) {
        this.keys = keys;
        this.starts = starts;
        this.decisions = decisions;
    }

    /** The components of the pairs from a weight on and of the decisions; a cannot-link across components says nothing and is dropped. */
    static MatchComponents of(int rows, ScoredPairs pairs, int automatic, List<LinkDecision> decided) {
        DisjointRows sets = sets(rows, pairs, automatic, decided);
        Int2ObjectOpenHashMap<List<LinkDecision>> decidedOf = new Int2ObjectOpenHashMap<>();
        for (LinkDecision decision : decided) {
            int root = sets.root(decision.left());
            if (root == sets.root(decision.right())) {
                decidedOf.computeIfAbsent(root, unused -> new ArrayList<>()).add(decision);
            }
        }
        int[] positions = new int[rows];
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (pairs.weight(pair) >= automatic) {
                positions[sets.root(pairs.left(pair))]++;
            }
        }
        IntArrayList starts = new IntArrayList();
        List<List<LinkDecision>> decisions = new ArrayList<>();
        int position = 0;
        for (int row = 0; row < rows; row++) {
            int count = positions[row];
            List<LinkDecision> ofRow = decidedOf.isEmpty() ? null : decidedOf.get(row);
            positions[row] = position;
            if (count > 0 || ofRow != null) {
                starts.add(position);
                decisions.add(ofRow == null ? List.of() : ofRow);
                position += count;
            }
        }
        starts.add(position);
        return new MatchComponents(keys(pairs, automatic, sets, positions, position), starts.toIntArray(), decisions);
    }

    private static DisjointRows sets(int rows, ScoredPairs pairs, int automatic, List<LinkDecision> decided) {
        DisjointRows sets = new DisjointRows(rows);
        for (LinkDecision decision : decided) {
            if (decision.linked()) {
                sets.join(sets.root(decision.left()), sets.root(decision.right()));
            }
        }
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (pairs.weight(pair) >= automatic) {
                sets.join(sets.root(pairs.left(pair)), sets.root(pairs.right(pair)));
            }
        }
        return sets;
    }

    private static long[] keys(ScoredPairs pairs, int automatic, DisjointRows sets, int[] positions, int size) {
        long[] keys = new long[size];
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (pairs.weight(pair) >= automatic) {
                int root = sets.root(pairs.left(pair));
                // Pairs are numbered by rows already: the number breaks a tie in weight.
                keys[positions[root]] = (long) ~pairs.weight(pair) << Integer.SIZE | pair;
                positions[root]++;
            }
        }
        return keys;
    }

    int count() {
        return decisions.size();
    }

    /** What people decided within a component. */
    List<LinkDecision> decisions(int component) {
        return decisions.get(component);
    }

    /** The position of a component's first pair; of the number of components, one past the last pair. */
    int start(int component) {
        return starts[component];
    }

    /** Brings the pairs of a component into the order of falling weight. */
    void sort(int component) {
        Arrays.sort(keys, starts[component], starts[component + 1]);
    }

    /** The number of the pair at a position. */
    int pair(int position) {
        return (int) keys[position];
    }
}
