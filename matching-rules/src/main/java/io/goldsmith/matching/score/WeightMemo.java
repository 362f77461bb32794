package io.goldsmith.matching.score;

import java.util.Arrays;

/**
 * Remembers the weight of pairs of distinct values, so that one pair of values is compared about once. A direct-mapped cache of fixed
 * size: a newer entry drives out the older one in its place. For one thread.
 */
final class WeightMemo {

    private final long[] keys;
    private final int[] weights;
    private final int mask;

    /** A memo of {@code 2^bits} entries of twelve bytes. */
    WeightMemo(int bits) {
        keys = new long[1 << bits];
        weights = new int[1 << bits];
        mask = keys.length - 1;
        Arrays.fill(keys, -1);
    }

    static long key(int one, int other) {
        return one < other ? ((long) one << 32) | other : ((long) other << 32) | one;
    }

    /** Where the key's entry is, if it has one. */
    int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & mask;
    }

    boolean holds(int slot, long key) {
        return keys[slot] == key;
    }

    int weight(int slot) {
        return weights[slot];
    }

    void put(int slot, long key, int weight) {
        keys[slot] = key;
        weights[slot] = weight;
    }
}
