package io.goldsmith.matching.compare;

/**
 * Scratch space of one thread for the bit-parallel kernels: for each Latin-1 character the positions, as bits, where a text of at most
 * 64 characters holds it. Two kibibytes per thread; all zero between two uses.
 */
final class CharacterMasks {

    private static final ThreadLocal<long[]> OF_THREAD = ThreadLocal.withInitial(() -> new long[256]);

    private CharacterMasks() {}

    /** This thread's masks, filled for a text; {@link #clear} must follow. */
    static long[] fill(byte[] text, int from, int length) {
        long[] masks = OF_THREAD.get();
        for (int position = 0; position < length; position++) {
            masks[text[from + position] & 0xFF] |= 1L << position;
        }
        return masks;
    }

    /** Takes a text's positions out again. */
    static void clear(long[] masks, byte[] text, int from, int length) {
        for (int position = 0; position < length; position++) {
            masks[text[from + position] & 0xFF] = 0;
        }
    }
}
