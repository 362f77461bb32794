package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.stewardship.Reclustering;
import io.goldsmith.mdm.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a table hold of some owners what it should. */
final class ItemMending {

    private ItemMending() {}

    static void mend(Store store, Reclustering turns, ItemTable table, Set<Long> owners) {
        if (owners.isEmpty()) {
            return;
        }
        store.inTransaction(transaction -> {
            turns.takeTurn();
            Map<Item, Integer> difference = new HashMap<>();
            table.expected(owners::contains, item -> difference.merge(item, 1, Integer::sum));
            table.stored(owners::contains, item -> difference.merge(item, -1, Integer::sum));
            List<Item> missing = new ArrayList<>();
            List<Item> extra = new ArrayList<>();
            List<Item> again = new ArrayList<>();
            difference.forEach((item, count) -> {
                if (count > 0) {
                    missing.add(item);
                } else if (count < 0) {
                    extra.add(item);
                }
            });
            table.expected(owners::contains, item -> {
                // More than one row of what should be one: all go, and one comes.
                if (difference.getOrDefault(item, 0) < 0) {
                    again.add(item);
                }
            });
            table.delete(transaction, extra);
            table.insert(transaction, missing);
            table.insert(transaction, again);
            return null;
        });
    }
}
