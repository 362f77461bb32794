package io.goldsmith.matching.compare;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight characters in one long, the first in the lowest byte: what most names fit in, compared without touching memory. */
final class EightBytes {

    /** How many characters a long holds. */
    static final int LENGTH = 8;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long GATHER = 0x0102040810204080L;

    private EightBytes() {}

    /** The eight bytes from a position. */
    static long at(byte[] bytes, int position) {
        return (long) LONGS.get(bytes, position);
    }

    /** The first so many bytes, and zeros. */
    static long first(long eight, int length) {
        return length >= LENGTH ? eight : eight & (1L << length * Byte.SIZE) - 1;
    }

    /** The highest bit of each byte that equals the character (exact zero-byte search; H. S. Warren, Hacker's Delight, 6-1). */
    private static long lanesOf(long eight, int character) {
        long difference = eight ^ ONES * character;
        return ~((difference & ~HIGH) + ~HIGH | difference) & HIGH;
    }

    /** One bit for each byte that equals the character. */
    static long maskOf(long eight, int character) {
        return (lanesOf(eight, character) >>> 7) * GATHER >>> 56;
    }

    /** One bit for each of sixteen bytes that equals the character. */
    static int maskOf(long low, long high, int character) {
        return (int) (maskOf(low, character) | maskOf(high, character) << LENGTH);
    }

    /** How many bytes two longs share from the first. */
    static int sharedFirst(long one, long other) {
        return Long.numberOfTrailingZeros(one ^ other) / Byte.SIZE;
    }
}
