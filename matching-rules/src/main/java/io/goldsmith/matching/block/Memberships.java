package io.goldsmith.matching.block;

import java.util.List;

/**
 * In which blocks each row stands, laid out by row: what tells whether an earlier rule or block brings a pair too, from one stretch of
 * memory per row. First in a stretch, the rules that give most rows a block and none of them two have a place each, where a row in no
 * block has a number that no other row has; then follow the blocks of the other rules, numbered on from rule to rule, as an ascending
 * list: the smallest number that two rows share is where those rules bring their pair first. Immutable; four bytes per row, and per row
 * and rule of the first kind, and per row and block of the others.
 */
final class Memberships {

    private final MembershipOrder order;
    private final int[] starts;
    private final int[] blocks;

    private Memberships(MembershipOrder order, int[] starts, int[] blocks) {
        this.order = order;
        this.starts = starts;
        this.blocks = blocks;
    }

    static Memberships of(List<RuleBlocks> rules, int rowCount, int threads) {
        MembershipOrder order = MembershipOrder.of(rules, rowCount);
        int[] starts = starts(rules, order, rowCount);
        int[] blocks = new int[starts[rowCount]];
        for (int row = 0; row < rowCount; row++) {
            for (int place = starts[row]; place < starts[row] + order.places(); place++) {
                blocks[place] = -1 - row;
            }
        }
        Workers.run(threads, rules.size() + 1, task -> {
            if (task == 0) {
                list(rules, order, starts, blocks);
            } else if (!order.isListed(task - 1)) {
                place(rules.get(task - 1), order.placesBefore(task - 1), starts, blocks);
            }
        });
        return new Memberships(order, starts, blocks);
    }

    private static int[] starts(List<RuleBlocks> rules, MembershipOrder order, int rowCount) {
        long total = (long) order.places() * rowCount;
        for (int rule = 0; rule < rules.size(); rule++) {
            total += order.isListed(rule) ? rules.get(rule).rows().length : 0;
        }
        if (total > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("The blocking rules put " + rowCount + " records in blocks " + total
                    + " times, but at most " + (Integer.MAX_VALUE - 8)
                    + " can be held; use fewer rules, key parts that give fewer keys per record, or split the input.");
        }
        int[] starts = new int[rowCount + 1];
        for (int rule = 0; rule < rules.size(); rule++) {
            for (int row : order.isListed(rule) ? rules.get(rule).rows() : new int[0]) {
                starts[row + 1]++;
            }
        }
        for (int row = 0; row < rowCount; row++) {
            starts[row + 1] += starts[row] + order.places();
        }
        return starts;
    }

    private static void place(RuleBlocks rule, int place, int[] starts, int[] blocks) {
        int[] rows = rule.rows();
        for (int block = 0; block < rule.blocks(); block++) {
            for (int position = rule.starts()[block]; position < rule.starts()[block + 1]; position++) {
                blocks[starts[rows[position]] + place] = block;
            }
        }
    }

    private static void list(List<RuleBlocks> rules, MembershipOrder order, int[] starts, int[] blocks) {
        if (order.isPlacesAlone()) {
            return;
        }
        int[] next = new int[starts.length - 1];
        for (int rule = 0; rule < rules.size(); rule++) {
            RuleBlocks ofRule = rules.get(rule);
            for (int block = 0; block < ofRule.blocks() && order.isListed(rule); block++) {
                for (int position = ofRule.starts()[block]; position < ofRule.starts()[block + 1]; position++) {
                    int row = ofRule.rows()[position];
                    blocks[starts[row] + order.places() + next[row]++] = order.number(rule, block);
                }
            }
        }
    }

    /** How a stretch is read. */
    MembershipOrder order() {
        return order;
    }

    /** Where a row's stretch begins; it ends where that of the next row begins. */
    int start(int row) {
        return starts[row];
    }

    /** The stretches, row after row; not to be changed. */
    int[] blocks() {
        return blocks;
    }

    /** Whether two different rows share a block. */
    boolean areShared(int left, int right) {
        for (int place = 0; place < order.places(); place++) {
            if (blocks[starts[left] + place] == blocks[starts[right] + place]) {
                return true;
            }
        }
        return order.smallestShared(blocks, starts[left], starts[left + 1], starts[right], starts[right + 1])
                != MembershipOrder.NONE;
    }
}
