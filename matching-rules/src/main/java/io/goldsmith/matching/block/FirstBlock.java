package io.goldsmith.matching.block;

import java.util.Arrays;

/**
 * Tells, for the blocks of one rule, whether a pair comes first from there. Reads the stretches of many rows at once into memory of its
 * own, where they are compared: the reads from all over the table go side by side instead of one after the other. For one thread.
 */
final class FirstBlock {

    private static final int MOST_ROWS = 1024;

    private final Memberships memberships;
    private final int[] rows;
    private final int rule;
    private final int earlierPlaces;
    private final int places;
    private final boolean isAlwaysFirst;
    private final boolean hasLists;
    private final int[] starts = new int[MOST_ROWS + 1];
    private final int[] firsts = new int[MOST_ROWS];
    private final int[] ends = new int[MOST_ROWS];
    private int[] blocks;

    /** What {@link #fetch} read last; kept, so that no compiler takes the reading for useless. */
    private int fetched;

    private int from;
    private int to;

    FirstBlock(Memberships memberships, int[] rows, int rule) {
        this.memberships = memberships;
        this.rows = rows;
        this.rule = rule;
        MembershipOrder order = memberships.order();
        this.earlierPlaces = order.placesBefore(rule);
        this.places = order.places();
        this.isAlwaysFirst = order.isAlwaysFirst(rule);
        this.hasLists = order.number(rule, 0) > 0 || order.number(rule, 1) > order.number(rule, 0);
        this.blocks = new int[isAlwaysFirst ? 0 : MOST_ROWS * (places + 2)];
    }

    /** Makes ready for pairs of these positions of the rule's rows; whether {@link #isFirst} may then be asked. */
    boolean read(int start, int end) {
        if (isAlwaysFirst || (start >= from && end <= to)) {
            return true;
        }
        if (end - start > MOST_ROWS) {
            return false;
        }
        from = start;
        to = Math.min(rows.length, start + MOST_ROWS);
        int[] table = memberships.blocks();
        fetch(table);
        int length = 0;
        for (int position = from; position < to; position++) {
            int first = firsts[position - from];
            int count = ends[position - from] - first;
            if (length + count > blocks.length) {
                blocks = Arrays.copyOf(blocks, Math.max(length + count, 2 * blocks.length));
            }
            for (int place = 0; place < count; place++) {
                blocks[length + place] = table[first + place];
            }
            starts[position - from] = length;
            length += count;
        }
        starts[to - from] = length;
        return true;
    }

    /** Asks memory for all stretches before any is copied: neither loop waits for what it asks for. */
    private void fetch(int[] table) {
        for (int position = from; position < to; position++) {
            firsts[position - from] = memberships.start(rows[position]);
            ends[position - from] = memberships.start(rows[position] + 1);
        }
        int seen = 0;
        for (int row = 0; row < to - from; row++) {
            seen ^= firsts[row] < ends[row] ? table[firsts[row]] ^ table[ends[row] - 1] : 0;
        }
        fetched = seen;
    }

    /** Whether the pair of two positions of a block that was read comes first from there. */
    boolean isFirst(int block, int left, int right) {
        return isAlwaysFirst
                || isFirst(
                        blocks,
                        block,
                        starts[left - from],
                        starts[left - from + 1],
                        starts[right - from],
                        starts[right - from + 1]);
    }

    /** The same for a block too large to be read at once. */
    boolean isFirstOfTable(int block, int left, int right) {
        return isFirst(
                memberships.blocks(),
                block,
                memberships.start(rows[left]),
                memberships.start(rows[left] + 1),
                memberships.start(rows[right]),
                memberships.start(rows[right] + 1));
    }

    private boolean isFirst(int[] read, int block, int left, int leftEnd, int right, int rightEnd) {
        for (int place = 0; place < earlierPlaces; place++) {
            if (read[left + place] == read[right + place]) {
                return false;
            }
        }
        if (!hasLists) {
            return true;
        }
        int number = memberships.order().number(rule, block);
        return MembershipOrder.smallestShared(read, left + places, leftEnd, right + places, rightEnd, number) >= number;
    }
}
