package io.goldsmith.matching.model;

import io.goldsmith.matching.block.PairMode;
import io.goldsmith.matching.record.RecordTable;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/**
 * Random pairs of rows: rows are laid out in the order of their hashes, and each is paired with the next ones. Almost all of them are
 * non-matches, so they show the u probabilities.
 */
final class RandomPairs {

    /** The bits that a row's number takes; those above them, a hash's, decide its place. */
    private static final long ROW = Integer.MAX_VALUE;

    private final IntArrayList left = new IntArrayList();
    private final IntArrayList right = new IntArrayList();

    /**
     * @param rowHashes a hash of every row's record id
     * @param wanted about how many pairs
     */
    RandomPairs(RecordTable table, PairMode mode, long[] rowHashes, int wanted) {
        int rows = table.size();
        long[] order = new long[rows];
        for (int row = 0; row < rows; row++) {
            order[row] = rowHashes[row] & ~ROW | row;
        }
        Arrays.parallelSort(order);
        for (int distance = 1; distance < rows && left.size() < wanted; distance++) {
            for (int position = 0; position + distance < rows && left.size() < wanted; position++) {
                add(table, mode, (int) (order[position] & ROW), (int) (order[position + distance] & ROW));
            }
        }
    }

    private void add(RecordTable table, PairMode mode, int one, int other) {
        boolean same = table.sameSource(one, other);
        if (mode == PairMode.LINK_AND_DEDUPE || same == (mode == PairMode.DEDUPE)) {
            left.add(Math.min(one, other));
            right.add(Math.max(one, other));
        }
    }

    int size() {
        return left.size();
    }

    int left(int pair) {
        return left.getInt(pair);
    }

    int right(int pair) {
        return right.getInt(pair);
    }
}
