package io.goldsmith.matching.block;

import io.goldsmith.matching.block.BlockingStatistics.RuleStatistics;
import java.util.Arrays;

/**
 * The blocks of one rule: their rows one block after the other, ascending in each, and where each begins. Every block has two rows or
 * more. Four bytes per row that shares a key, and per block.
 *
 * @param rows block by block
 * @param starts block to the position of its first row, and one past the last block, the number of rows
 * @param severalPerRow whether a row may stand in more than one block
 * @param tooLarge the keys that were found to be too large, unsorted
 * @param statistics what the rule brings, with no pair compared yet
 */
record RuleBlocks(int[] rows, int[] starts, boolean severalPerRow, long[] tooLarge, RuleStatistics statistics) {

    int blocks() {
        return starts.length - 1;
    }

    /** The block that a position of {@link #rows} belongs to. */
    int blockAt(int position) {
        int found = Arrays.binarySearch(starts, position);
        return found >= 0 ? found : -found - 2;
    }
}
