package io.goldsmith.mdm.resolution;

import java.util.ArrayList;
import java.util.List;

/** What a table holds against what it should hold: sums of digests by groups of owners, half a mebibyte whatever the size of the table. */
final class ItemSums {

    private static final int GROUPS = 1 << 16;

    private final long[] sums = new long[GROUPS];

    /** The group that an owner is in. */
    static int group(long owner) {
        return (int) (Item.mix(owner) >>> 48);
    }

    /** Takes what the table should hold. */
    void expected(Item item) {
        sums[group(item.owner())] += item.digest();
    }

    /** Takes what the table holds. */
    void stored(Item item) {
        sums[group(item.owner())] -= item.digest();
    }

    /** The groups of which the table does not hold what it should. */
    List<Integer> differing() {
        List<Integer> differing = new ArrayList<>();
        for (int group = 0; group < GROUPS; group++) {
            if (sums[group] != 0) {
                differing.add(group);
            }
        }
        return differing;
    }
}
