package io.goldsmith.matching.cluster;

import io.goldsmith.matching.record.Column;
import io.goldsmith.matching.record.RecordTable;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.ints.IntSets;
import java.util.Arrays;
import java.util.List;

/** Keeps apart clusters with different values of an exclusive identifier. Four bytes per row and identifier. */
final class ExclusiveIdentifiers implements Constraint {

    private final int[][] identifiers;
    private final List<Int2ObjectOpenHashMap<IntSet>> several;

    private ExclusiveIdentifiers(int[][] identifiers) {
        this.identifiers = identifiers;
        this.several = Arrays.stream(identifiers)
                .map(unused -> new Int2ObjectOpenHashMap<IntSet>())
                .toList();
    }

    static ExclusiveIdentifiers of(RecordTable table, List<String> attributes) {
        int[][] identifiers = new int[attributes.size()][table.size()];
        for (int attribute = 0; attribute < identifiers.length; attribute++) {
            int column = table.column(attributes.get(attribute));
            for (int row = 0; row < table.size(); row++) {
                identifiers[attribute][row] = table.code(column, row);
            }
        }
        return new ExclusiveIdentifiers(identifiers);
    }

    @Override
    public CutReason reason() {
        return CutReason.EXCLUSIVE_IDENTIFIER;
    }

    @Override
    public ExclusiveIdentifiers forThread() {
        return new ExclusiveIdentifiers(identifiers);
    }

    @Override
    public boolean allows(GrowingClusters clusters, int left, int right, int weight) {
        for (int attribute = 0; attribute < identifiers.length; attribute++) {
            if (!compatible(attribute, left, right)) {
                return false;
            }
        }
        return true;
    }

    /** Values are compatible if one side's are all known to the other: several in one cluster come from must-links alone. */
    private boolean compatible(int attribute, int left, int right) {
        int one = identifiers[attribute][left];
        int other = identifiers[attribute][right];
        if (one == Column.MISSING
                || other == Column.MISSING
                || several.get(attribute).isEmpty()) {
            return one == Column.MISSING || other == Column.MISSING || one == other;
        }
        IntSet ones = all(attribute, left);
        IntSet others = all(attribute, right);
        return ones.containsAll(others) || others.containsAll(ones);
    }

    private IntSet all(int attribute, int root) {
        IntSet known = several.get(attribute).get(root);
        return known == null ? IntSets.singleton(identifiers[attribute][root]) : known;
    }

    @Override
    public void joined(int root, int absorbed) {
        for (int attribute = 0; attribute < identifiers.length; attribute++) {
            int one = identifiers[attribute][root];
            int other = identifiers[attribute][absorbed];
            Int2ObjectOpenHashMap<IntSet> known = several.get(attribute);
            boolean either = known.containsKey(root) || known.containsKey(absorbed);
            if (one != Column.MISSING && other != Column.MISSING && (either || one != other)) {
                IntOpenHashSet union = new IntOpenHashSet(all(attribute, root));
                union.addAll(all(attribute, absorbed));
                known.put(root, union);
            } else if (known.containsKey(absorbed)) {
                known.put(root, known.get(absorbed));
            }
            identifiers[attribute][root] = one == Column.MISSING ? other : one;
        }
    }
}
