package io.goldsmith.matching.block;

import java.util.Arrays;
import java.util.List;

/**
 * In which blocks each row stands, laid out by row: what tells whether an earlier rule or block brings a pair too, from two stretches of
 * memory. Rules that give a row one block at most have a place each in a row's stretch, where rows in no block have a number that no
 * other row has; the blocks of the other rules are one ascending list per row. Immutable, four bytes per row and rule.
 */
final class Memberships {

    private static final int NONE = Integer.MAX_VALUE;

    private final int width;
    private final int[] single;
    private final int[] singlesBefore;
    private final SeveralBlocks several;

    private Memberships(int width, int[] single, int[] singlesBefore, SeveralBlocks several) {
        this.width = width;
        this.single = single;
        this.singlesBefore = singlesBefore;
        this.several = several;
    }

    static Memberships of(List<RuleBlocks> rules, int rowCount, int threads) {
        int[] singlesBefore = new int[rules.size()];
        int width = 0;
        for (int rule = 0; rule < singlesBefore.length; rule++) {
            singlesBefore[rule] = width;
            width += rules.get(rule).severalPerRow() ? 0 : 1;
        }
        if ((long) width * rowCount > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(width + " blocking rules allow at most "
                    + (Integer.MAX_VALUE - 8) / width + " records, but there are " + rowCount
                    + "; use fewer rules or split the input.");
        }
        int[] single = new int[width * rowCount];
        for (int row = 0; row < rowCount; row++) {
            Arrays.fill(single, row * width, (row + 1) * width, -1 - row);
        }
        int ofWidth = width;
        Workers.run(threads, rules.size(), rule -> {
            if (!rules.get(rule).severalPerRow()) {
                fill(single, ofWidth, singlesBefore[rule], rules.get(rule));
            }
        });
        return new Memberships(width, single, singlesBefore, SeveralBlocks.of(rules, rowCount));
    }

    private static void fill(int[] single, int width, int place, RuleBlocks blocks) {
        int[] rows = blocks.rows();
        int[] starts = blocks.starts();
        for (int block = 0; block < blocks.blocks(); block++) {
            for (int position = starts[block]; position < starts[block + 1]; position++) {
                single[rows[position] * width + place] = block;
            }
        }
    }

    /** Whether two different rows that share a block of a rule share none of an earlier rule, nor an earlier one of this. */
    boolean isFirst(int rule, int block, int left, int right) {
        int one = left * width;
        int other = right * width;
        for (int last = one + singlesBefore[rule]; one < last; one++, other++) {
            if (single[one] == single[other]) {
                return false;
            }
        }
        return several.isEmptyUpTo(rule) || several.isFirst(rule, block, left, right);
    }

    /** Whether two different rows share a block. */
    boolean areShared(int left, int right) {
        for (int place = 0; place < width; place++) {
            if (single[left * width + place] == single[right * width + place]) {
                return true;
            }
        }
        return several.smallestShared(left, right, NONE) != NONE;
    }
}
