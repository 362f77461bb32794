package io.goldsmith.mdm.resolution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;

/**
 * Finds the owners of which a table does not hold what it should. Sums of digests are compared by groups of owners first, half a
 * mebibyte whatever the size of the table; only owners of groups that differ are looked at one by one.
 */
final class ItemComparison {

    private static final int GROUPS = 1 << 16;

    /** With a million owners, as many groups hold 60 thousand of them. */
    private static final int GROUPS_AT_A_TIME = 4_096;

    private ItemComparison() {}

    static void differing(ItemTable table, LongConsumer owners) {
        long[] sums = new long[GROUPS];
        table.expected(owner -> true, item -> sums[group(item.owner())] += item.digest());
        table.stored(owner -> true, item -> sums[group(item.owner())] -= item.digest());
        List<Integer> differing = new ArrayList<>();
        for (int group = 0; group < GROUPS; group++) {
            if (sums[group] != 0) {
                differing.add(group);
            }
        }
        for (int from = 0; from < differing.size(); from += GROUPS_AT_A_TIME) {
            Set<Integer> groups =
                    new HashSet<>(differing.subList(from, Math.min(from + GROUPS_AT_A_TIME, differing.size())));
            Map<Long, Long> ofOwner = new HashMap<>();
            table.expected(
                    owner -> groups.contains(group(owner)),
                    item -> ofOwner.merge(item.owner(), item.digest(), Long::sum));
            table.stored(
                    owner -> groups.contains(group(owner)),
                    item -> ofOwner.merge(item.owner(), -item.digest(), Long::sum));
            Set<Long> found = new TreeSet<>();
            ofOwner.forEach((owner, sum) -> {
                if (sum != 0) {
                    found.add(owner);
                }
            });
            found.forEach(owners::accept);
        }
    }

    private static int group(long owner) {
        return (int) (Item.mix(owner) >>> 48);
    }
}
