package io.goldsmith.matching.block;

import java.util.List;

/**
 * The blocks of the rules that may give a row several, numbered on from rule to rule: for each row an ascending list. The smallest number
 * that two rows share is where their pair comes first. Immutable.
 */
final class SeveralBlocks {

    private final int[] starts;
    private final int[] blocks;
    private final int[] firstNumbers;
    private final boolean[] severalPerRow;

    private SeveralBlocks(int[] starts, int[] blocks, int[] firstNumbers, boolean[] severalPerRow) {
        this.starts = starts;
        this.blocks = blocks;
        this.firstNumbers = firstNumbers;
        this.severalPerRow = severalPerRow;
    }

    static SeveralBlocks of(List<RuleBlocks> rules, int rowCount) {
        int[] firstNumbers = new int[rules.size() + 1];
        boolean[] severalPerRow = new boolean[rules.size()];
        long entries = 0;
        for (int rule = 0; rule < severalPerRow.length; rule++) {
            RuleBlocks ofRule = rules.get(rule);
            severalPerRow[rule] = ofRule.severalPerRow();
            entries += severalPerRow[rule] ? ofRule.rows().length : 0;
            firstNumbers[rule + 1] = firstNumbers[rule] + (severalPerRow[rule] ? ofRule.blocks() : 0);
        }
        if (entries > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("Blocking rules that give a record several keys gave " + entries
                    + " to the records, but at most " + (Integer.MAX_VALUE - 8)
                    + " can be held; use fewer of them, or key parts that give fewer keys per record.");
        }
        int[] starts = new int[entries == 0 ? 1 : rowCount + 1];
        int[] blocks = new int[(int) entries];
        if (entries > 0) {
            fill(rules, starts, blocks, firstNumbers);
        }
        return new SeveralBlocks(starts, blocks, firstNumbers, severalPerRow);
    }

    private static void fill(List<RuleBlocks> rules, int[] starts, int[] blocks, int[] firstNumbers) {
        for (RuleBlocks rule : rules) {
            for (int row : rule.severalPerRow() ? rule.rows() : new int[0]) {
                starts[row + 1]++;
            }
        }
        for (int row = 1; row < starts.length; row++) {
            starts[row] += starts[row - 1];
        }
        int[] next = starts.clone();
        for (int rule = 0; rule < rules.size(); rule++) {
            RuleBlocks ofRule = rules.get(rule);
            for (int block = 0; block < ofRule.blocks() && ofRule.severalPerRow(); block++) {
                for (int position = ofRule.starts()[block]; position < ofRule.starts()[block + 1]; position++) {
                    blocks[next[ofRule.rows()[position]]++] = firstNumbers[rule] + block;
                }
            }
        }
    }

    /** Whether neither this rule nor an earlier one gives a row several blocks. */
    boolean isEmptyUpTo(int rule) {
        return firstNumbers[rule + 1] == 0;
    }

    /** Whether two rows that share a block share none of an earlier rule of these, nor an earlier one of this rule. */
    boolean isFirst(int rule, int block, int left, int right) {
        int number = firstNumbers[rule] + (severalPerRow[rule] ? block : 0);
        return smallestShared(left, right, number) >= number;
    }

    /** The smallest number that two rows share if it is below the limit, else the limit. */
    int smallestShared(int left, int right, int limit) {
        if (blocks.length == 0) {
            return limit;
        }
        int one = starts[left];
        int other = starts[right];
        while (one < starts[left + 1] && other < starts[right + 1]) {
            int block = blocks[one];
            int otherBlock = blocks[other];
            if (block >= limit || otherBlock >= limit) {
                return limit;
            }
            if (block == otherBlock) {
                return block;
            }
            if (block < otherBlock) {
                one++;
            } else {
                other++;
            }
        }
        return limit;
    }
}
