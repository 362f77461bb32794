package io.goldsmith.matching.block;

import io.goldsmith.matching.record.RecordTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The largest blocks of one rule met so far, each with one of its rows, from which the value that caused it can be told. */
final class LargestBlocks {

    private static final int MOST = 5;
    private static final Comparator<Met> ORDER = Comparator.comparingInt(Met::records)
            .reversed()
            .thenComparingInt(Met::level)
            .thenComparingInt(Met::row)
            .thenComparingLong(Met::key);

    private final List<Met> largest = new ArrayList<>();

    /** A block as it was met; {@code level} counts the further parts in its key. */
    private record Met(int records, int level, int row, long key, LargeBlock.Outcome outcome) {}

    void add(int records, int level, int row, long key, LargeBlock.Outcome outcome) {
        if (largest.size() == MOST && records < largest.get(MOST - 1).records()) {
            return;
        }
        largest.add(new Met(records, level, row, key, outcome));
        largest.sort(ORDER);
        if (largest.size() > MOST) {
            largest.remove(MOST);
        }
    }

    /** The blocks, the largest first, with what their records have in common. */
    List<LargeBlock> withValues(RecordTable table, CompiledRule rule) {
        return largest.stream()
                .map(met -> new LargeBlock(
                        KeyText.of(rule, met.level(), table.values(met.row()), met.key()),
                        met.records(),
                        met.outcome()))
                .toList();
    }
}
