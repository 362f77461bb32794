package io.goldsmith.matching.compare;

/**
 * Remembers the level of pairs of distinct values, so that one pair of values is compared about once. A direct-mapped cache of fixed
 * size, eight bytes an entry: a newer entry drives out the older one in its place. For one thread.
 */
final class LevelMemo {

    /** Codes up to this fit into an entry beside a level. */
    static final int GREATEST_CODE = (1 << 28) - 1;

    /** What {@link #level} answers for a pair that is not remembered. */
    static final int UNKNOWN = -1;

    private static final int CODE_BITS = 28;
    private static final int LEVEL_BITS = 8;

    /** The pair in the high bits, one more than its level in the low ones. */
    private final long[] entries;

    private final int shift;

    /** A memo of {@code 2^bits} entries. */
    LevelMemo(int bits) {
        entries = new long[1 << bits];
        shift = Long.SIZE - bits;
    }

    /** A key for two codes in either order. */
    static long key(int one, int other) {
        long pair = one < other ? (long) one << CODE_BITS | other : (long) other << CODE_BITS | one;
        return pair << LEVEL_BITS;
    }

    int level(long key) {
        long entry = entries[slot(key)];
        return (entry & -(1L << LEVEL_BITS)) == key ? (int) (entry & 0xFF) - 1 : UNKNOWN;
    }

    void put(long key, int level) {
        entries[slot(key)] = key | level + 1;
    }

    private int slot(long key) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> shift);
    }
}
