package io.goldsmith.mdm.resolution;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;

/**
 * Finds the owners of which a table does not hold what it should. Sums are compared first ({@link ItemSums}); only owners of groups that
 * differ are looked at one by one.
 */
final class ItemComparison {

    /** With a million owners, as many groups hold 60 thousand of them. */
    private static final int GROUPS_AT_A_TIME = 4_096;

    private ItemComparison() {}

    static void differing(ItemTable table, LongConsumer owners) {
        ItemSums sums = new ItemSums();
        table.expected(owner -> true, sums::expected);
        table.stored(owner -> true, sums::stored);
        differing(table, sums, owners);
    }

    /**
     * The same where the table as a whole has been looked at already.
     *
     * @param sums of all that it should hold and of all that it holds
     */
    static void differing(ItemTable table, ItemSums sums, LongConsumer owners) {
        List<Integer> differing = sums.differing();
        for (int from = 0; from < differing.size(); from += GROUPS_AT_A_TIME) {
            Set<Integer> groups =
                    new HashSet<>(differing.subList(from, Math.min(from + GROUPS_AT_A_TIME, differing.size())));
            Map<Long, Long> ofOwner = new HashMap<>();
            table.expected(
                    owner -> groups.contains(ItemSums.group(owner)),
                    item -> ofOwner.merge(item.owner(), item.digest(), Long::sum));
            table.stored(
                    owner -> groups.contains(ItemSums.group(owner)),
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
}
