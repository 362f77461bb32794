package io.goldsmith.connect.push;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Lets requests for the same keys land one after the other: at once, all but one would lose to the constraints of the tables and start anew. Keys share
 * a fixed number of locks, which are taken in their order, so that no two requests wait for each other. Thread-safe.
 */
final class KeyLocks {

    private static final int LOCKS = 64;

    private final List<ReentrantLock> locks =
            IntStream.range(0, LOCKS).mapToObj(i -> new ReentrantLock()).toList();

    <R> R holding(Collection<String> keys, Supplier<R> work) {
        List<ReentrantLock> wanted = keys.stream()
                .mapToInt(key -> Math.floorMod(key.hashCode(), LOCKS))
                .distinct()
                .sorted()
                .mapToObj(locks::get)
                .toList();
        wanted.forEach(ReentrantLock::lock);
        try {
            return work.get();
        } finally {
            wanted.forEach(ReentrantLock::unlock);
        }
    }
}
