package io.goldsmith.matching.score;

import java.util.Arrays;

/**
 * Remembers the weights of pairs of distinct values, so that one pair of values is compared about once. A direct-mapped cache of fixed
 * size: a newer entry drives out the older one in its place. For one thread.
 */
final class WeightMemo {

    private static final int ENTRY = 4;

    /** The key and two words of weights of an entry stand side by side; the fourth word keeps an entry within a cache line. */
    private final long[] entries;

    private final int shift;

    /** A memo of {@code 2^bits} entries of 32 bytes. */
    WeightMemo(int bits) {
        entries = new long[ENTRY << bits];
        shift = Long.SIZE - bits;
        Arrays.fill(entries, -1);
    }

    static long key(int one, int other) {
        return one < other ? ((long) one << 32) | other : ((long) other << 32) | one;
    }

    int slot(long key) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> shift) * ENTRY;
    }

    boolean holds(int slot, long key) {
        return entries[slot] == key;
    }

    long first(int slot) {
        return entries[slot + 1];
    }

    long second(int slot) {
        return entries[slot + 2];
    }

    void put(int slot, long key, long first, long second) {
        entries[slot] = key;
        entries[slot + 1] = first;
        entries[slot + 2] = second;
    }
}
