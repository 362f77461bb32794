package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a table hold of some owners what it should. The table is read before anybody is locked out; then what is deleted or inserted is held
 * against what the owners are by then.
 */
final class ItemMending {

    private ItemMending() {}

    static void mend(Store store, ResolutionLocks locks, ItemTable table, Set<Long> owners) {
        if (owners.isEmpty()) {
            return;
        }
        // In this order: a row that was written together with its owner in between is seen, and not taken for missing.
        Set<Item> missing = new HashSet<>();
        table.expectedOf(owners, missing::add);
        Map<Item, Integer> stored = new HashMap<>();
        table.stored(owners::contains, item -> stored.merge(item, 1, Integer::sum));
        missing.removeAll(stored.keySet());
        store.inTransaction(transaction -> {
            locks.enterAlone(transaction);
            Set<Item> expected = new HashSet<>();
            table.expectedOf(owners, expected::add);
            List<Item> extra = new ArrayList<>();
            List<Item> wanted = new ArrayList<>();
            stored.forEach((item, rows) -> {
                if (!expected.contains(item)) {
                    extra.add(item);
                } else if (rows > 1) {
                    // Several rows of what should be one: all go, and one comes.
                    extra.add(item);
                    wanted.add(item);
                }
            });
            missing.stream().filter(expected::contains).forEach(wanted::add);
            table.delete(transaction, extra);
            table.insert(transaction, wanted);
            return null;
        });
    }
}
