package io.goldsmith.matching.cluster;

import io.goldsmith.matching.record.Column;
import io.goldsmith.matching.record.RecordTable;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.ints.IntSets;
import java.util.List;

/**
 * What may not be joined: rows that a person parted, and rows with different values of an exclusive identifier. Follows the clusters as
 * they grow. For one clustering.
 */
public final class ClusterConstraints {

    /** How many rows of a cluster are compared with those of another: more tell nothing new, and the cost is squared. */
    private static final int MOST_COMPARED = 32;

    /** No pair counts for more than six bits, so that one does not outvote many. */
    private static final int CAP = 60_000;

    private final int rows;
    private final int[][] identifiers;
    private final List<Int2ObjectOpenHashMap<IntSet>> severalIdentifiers;
    private final Int2ObjectOpenHashMap<IntArrayList> parted = new Int2ObjectOpenHashMap<>();
    private final PairWeights weights;
    private final int cohesion;

    private ClusterConstraints(int rows, int[][] identifiers, PairWeights weights, int cohesion) {
        this.rows = rows;
        this.weights = weights;
        this.cohesion = cohesion;
        this.identifiers = identifiers;
        this.severalIdentifiers = java.util.Arrays.stream(identifiers)
                .map(unused -> new Int2ObjectOpenHashMap<IntSet>())
                .toList();
    }

    /**
     * The constraints of a table.
     *
     * @param exclusive the attributes that hold exclusive identifiers
     * @param weights the weight of any two rows
     * @param cohesion what the pairs between two clusters must weigh on average for the clusters to be joined
     */
    public static ClusterConstraints of(RecordTable table, List<String> exclusive, PairWeights weights, int cohesion) {
        int[][] identifiers = new int[exclusive.size()][table.size()];
        for (int attribute = 0; attribute < identifiers.length; attribute++) {
            int column = table.column(exclusive.get(attribute));
            for (int row = 0; row < table.size(); row++) {
                identifiers[attribute][row] = table.code(column, row);
            }
        }
        return new ClusterConstraints(table.size(), identifiers, weights, cohesion);
    }

    int rows() {
        return rows;
    }

    /** Keeps a row out of the cluster with this root. */
    void part(int root, int row) {
        parted.computeIfAbsent(root, unused -> new IntArrayList()).add(row);
    }

    /** Whether the clusters of two roots may be joined. */
    boolean allow(Components components, int left, int right) {
        for (int attribute = 0; attribute < identifiers.length; attribute++) {
            if (!compatible(attribute, left, right)) {
                return false;
            }
        }
        return !isParted(components, left, right)
                && !isParted(components, right, left)
                && !isWeakBridge(components, left, right);
    }

    /** Whether the pairs between two clusters weigh too little on average, however strong the best of them is. */
    private boolean isWeakBridge(Components components, int left, int right) {
        long sum = 0;
        long pairs = 0;
        int ones = 0;
        for (int one = left; one >= 0 && ones < MOST_COMPARED; one = components.next(one)) {
            int others = 0;
            for (int other = right; other >= 0 && others < MOST_COMPARED; other = components.next(other)) {
                sum += Math.max(-CAP, Math.min(CAP, weights.between(one, other)));
                pairs++;
                others++;
            }
            ones++;
        }
        return sum < pairs * cohesion;
    }

    private boolean isParted(Components components, int root, int other) {
        IntArrayList enemies = parted.get(root);
        if (enemies == null) {
            return false;
        }
        for (int position = 0; position < enemies.size(); position++) {
            if (components.root(enemies.getInt(position)) == other) {
                return true;
            }
        }
        return false;
    }

    /** Values are compatible if one side's are all known to the other: several in one cluster come from must-links alone. */
    private boolean compatible(int attribute, int left, int right) {
        int one = identifiers[attribute][left];
        int other = identifiers[attribute][right];
        if (one == Column.MISSING
                || other == Column.MISSING
                || severalIdentifiers.get(attribute).isEmpty()) {
            return one == Column.MISSING || other == Column.MISSING || one == other;
        }
        IntSet ones = all(attribute, left);
        IntSet others = all(attribute, right);
        return ones.containsAll(others) || others.containsAll(ones);
    }

    private IntSet all(int attribute, int root) {
        IntSet several = severalIdentifiers.get(attribute).get(root);
        return several == null ? IntSets.singleton(identifiers[attribute][root]) : several;
    }

    /** The cluster of {@code absorbed} is now part of the one of {@code root}. */
    void joined(int root, int absorbed) {
        for (int attribute = 0; attribute < identifiers.length; attribute++) {
            int one = identifiers[attribute][root];
            int other = identifiers[attribute][absorbed];
            Int2ObjectOpenHashMap<IntSet> several = severalIdentifiers.get(attribute);
            boolean either = several.containsKey(root) || several.containsKey(absorbed);
            if (one != Column.MISSING && other != Column.MISSING && (either || one != other)) {
                IntOpenHashSet union = new IntOpenHashSet(all(attribute, root));
                union.addAll(all(attribute, absorbed));
                several.put(root, union);
            } else if (several.containsKey(absorbed)) {
                several.put(root, several.get(absorbed));
            }
            identifiers[attribute][root] = one == Column.MISSING ? other : one;
        }
        IntArrayList enemies = parted.remove(absorbed);
        if (enemies != null) {
            parted.computeIfAbsent(root, unused -> new IntArrayList()).addAll(enemies);
        }
    }
}
