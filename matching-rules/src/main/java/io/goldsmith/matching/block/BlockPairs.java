package io.goldsmith.matching.block;

import io.goldsmith.matching.record.RecordTable;

/**
 * Which pairs of a block the mode allows. Rows of a block ascend and rows of a table stand source by source, so the rows of one source
 * stand together, and those that a row may be paired with are one stretch of what follows it.
 *
 * @param table whose rows
 * @param mode which pairs are looked at
 */
record BlockPairs(RecordTable table, PairMode mode) {

    /** One past the last position of the source that stands at {@code position}. */
    int sourceEnd(int[] rows, int position, int end) {
        if (mode == PairMode.LINK_AND_DEDUPE || table.sameSource(rows[position], rows[end - 1])) {
            return end;
        }
        int last = position + 1;
        while (last < end && table.sameSource(rows[position], rows[last])) {
            last++;
        }
        return last;
    }

    /** The first position that the row at {@code position} is paired with. */
    int first(int position, int sourceEnd) {
        return mode == PairMode.LINK ? sourceEnd : position + 1;
    }

    /** One past the last position that a row is paired with, given the end of its source and of its block. */
    int last(int sourceEnd, int end) {
        return mode == PairMode.DEDUPE ? sourceEnd : end;
    }

    /** Whether two rows may be paired at all. */
    boolean allows(int left, int right) {
        return switch (mode) {
            case LINK_AND_DEDUPE -> true;
            case DEDUPE -> table.sameSource(left, right);
            case LINK -> !table.sameSource(left, right);
        };
    }

    /** How many pairs a block has. */
    long count(int[] rows, int start, int end) {
        if (mode == PairMode.LINK_AND_DEDUPE) {
            return pairs(end - (long) start);
        }
        long within = 0;
        for (int position = start; position < end; ) {
            int sourceEnd = sourceEnd(rows, position, end);
            within += pairs(sourceEnd - (long) position);
            position = sourceEnd;
        }
        return mode == PairMode.DEDUPE ? within : pairs(end - (long) start) - within;
    }

    /** How many pairs the whole table has. */
    long possible() {
        int[] rows = new int[table.size()];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = row;
        }
        return count(rows, 0, rows.length);
    }

    private static long pairs(long records) {
        return records * (records - 1) / 2;
    }
}
