package io.goldsmith.matching.record;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.List;

/** The order of records by source, then key, each by code point; of records with one id, the order in which they came. */
final class RowOrder {

    private static final int FEW_RUNS = 64;

    private final int[] sourceOf;
    private final int[] ranks;
    private final RecordKeys keys;
    private final int[] order;

    private RowOrder(int[] sourceOf, int[] ranks, RecordKeys keys) {
        this.sourceOf = sourceOf;
        this.ranks = ranks;
        this.keys = keys;
        this.order = new int[sourceOf.length];
        Arrays.setAll(order, position -> position);
    }

    /**
     * Sorts records, on as many threads as the pool has that calls it.
     *
     * @param sources the sources by number
     * @param sourceOf the number of each record's source
     * @param parallel whether sorting is worth more than one thread
     */
    static RowOrder of(List<String> sources, int[] sourceOf, RecordKeys keys, boolean parallel) {
        List<String> sorted = sources.stream().sorted(RecordId.TEXT_ORDER).toList();
        int[] ranks = sources.stream().mapToInt(sorted::indexOf).toArray();
        RowOrder rows = new RowOrder(sourceOf, ranks, keys);
        int runs = rows.runs();
        if (runs > 1 && (!parallel || runs <= FEW_RUNS)) {
            IntArrays.mergeSort(rows.order, rows::compare);
        } else if (runs > 1) {
            IntArrays.parallelQuickSort(rows.order, rows::compare);
        }
        return rows;
    }

    /** How many stretches of ascending ids the records came in; of few, merging leaves most where they are. */
    private int runs() {
        int runs = 1;
        for (int position = 1; position < order.length; position++) {
            runs += compareIds(position - 1, position) > 0 ? 1 : 0;
        }
        return runs;
    }

    private int compare(int left, int right) {
        int byId = compareIds(left, right);
        return byId != 0 ? byId : Integer.compare(left, right);
    }

    private int compareIds(int left, int right) {
        int bySource = Integer.compare(ranks[sourceOf[left]], ranks[sourceOf[right]]);
        return bySource != 0 ? bySource : keys.compare(left, right);
    }

    /** Row to the position in which the record came. */
    int[] positions() {
        return order;
    }

    /** The first record to come whose id had come before; -1 if there is none. */
    int firstRepeated() {
        int first = -1;
        for (int row = 1; row < order.length; row++) {
            if ((first < 0 || order[row] < first) && compareIds(order[row - 1], order[row]) == 0) {
                first = order[row];
            }
        }
        return first;
    }
}
