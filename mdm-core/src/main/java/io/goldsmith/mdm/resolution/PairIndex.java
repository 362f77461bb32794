package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.cluster.ScoredPairs;
import java.util.function.IntConsumer;

/** Finds the scored pairs of a row, on either side. Four bytes per pair and eight per row. */
final class PairIndex {

    private final ScoredPairs pairs;
    private final int[] firstLeft;
    private final int[] firstRight;
    private final int[] byRight;

    /**
     * @param pairs sorted by (left, right)
     * @param rows how many rows the table has
     */
    PairIndex(ScoredPairs pairs, int rows) {
        this.pairs = pairs;
        this.firstLeft = new int[rows + 1];
        this.firstRight = new int[rows + 1];
        for (int pair = 0; pair < pairs.size(); pair++) {
            firstLeft[pairs.left(pair) + 1]++;
            firstRight[pairs.right(pair) + 1]++;
        }
        for (int row = 0; row < rows; row++) {
            firstLeft[row + 1] += firstLeft[row];
            firstRight[row + 1] += firstRight[row];
        }
        int[] next = firstRight.clone();
        this.byRight = new int[pairs.size()];
        for (int pair = 0; pair < pairs.size(); pair++) {
            byRight[next[pairs.right(pair)]++] = pair;
        }
    }

    ScoredPairs pairs() {
        return pairs;
    }

    /** The position of the pair of two rows, the smaller first; negative if there is none. */
    int find(int left, int right) {
        int low = firstLeft[left];
        int high = firstLeft[left + 1] - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = pairs.right(middle);
            if (found == right) {
                return middle;
            }
            if (found < right) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** Hands over the positions of the pairs whose left row this is. */
    void forEachLeft(int row, IntConsumer consumer) {
        for (int pair = firstLeft[row]; pair < firstLeft[row + 1]; pair++) {
            consumer.accept(pair);
        }
    }

    /** Hands over the positions of the pairs whose right row this is. */
    void forEachRight(int row, IntConsumer consumer) {
        for (int position = firstRight[row]; position < firstRight[row + 1]; position++) {
            consumer.accept(byRight[position]);
        }
    }
}
