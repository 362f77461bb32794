package io.goldsmith.mdm.resolution;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Which golden records of a publication belong to one change: those that exchanged source records, directly or through others. A batch
 * publishes thousands of customers at once, and each is a change of its own.
 */
final class ChangeGroups {

    private final Map<Long, Long> parents = new HashMap<>();

    /** The golden records before and after of one cluster belong together. */
    void join(long goldenId, Collection<Long> others) {
        for (long other : others) {
            long one = of(goldenId);
            long two = of(other);
            parents.put(Math.max(one, two), Math.min(one, two));
        }
    }

    /** The smallest golden id of the change. */
    long of(long goldenId) {
        long root = goldenId;
        for (long parent = parents.getOrDefault(root, root); parent != root; ) {
            root = parent;
            parent = parents.getOrDefault(root, root);
        }
        if (root != goldenId) {
            parents.put(goldenId, root);
        }
        return root;
    }
}
