package io.goldsmith.matching.compare;

/** The similarities of {@link QGrams} for packed texts, counted in a table of this thread: 64 kibibytes, all zero between two uses. */
final class PackedQGrams {

    private static final ThreadLocal<byte[]> OF_THREAD = ThreadLocal.withInitial(() -> new byte[1 << 16]);

    private PackedQGrams() {}

    /** Whether the Dice similarity is at least the bound. */
    static boolean diceAtLeast(PackedTexts texts, int one, int other, double bound) {
        int length = texts.length(one);
        int otherLength = texts.length(other);
        if (length == 0 || otherLength == 0) {
            return QGrams.dice(texts.text(one), texts.text(other)) >= bound;
        }
        int pairs = length + otherLength - 2;
        int most = Math.min(length, otherLength) - 1;
        if (most == 0 || 2.0 * most / pairs < bound) {
            return false;
        }
        byte[] counts = OF_THREAD.get();
        byte[] bytes = texts.bytes();
        int start = texts.start(one);
        int otherStart = texts.start(other);
        for (int position = start + 1; position < start + length; position++) {
            counts[gram(bytes, position)]++;
        }
        int shared = 0;
        for (int position = otherStart + 1; position < otherStart + otherLength; position++) {
            shared += counts[gram(bytes, position)]-- > 0 ? 1 : 0;
        }
        clear(counts, bytes, start, length);
        clear(counts, bytes, otherStart, otherLength);
        return 2.0 * shared / pairs >= bound;
    }

    /** Whether the cosine is at least the bound. */
    static boolean cosineAtLeast(PackedTexts texts, int one, int other, double bound) {
        int length = texts.length(one);
        int otherLength = texts.length(other);
        if (length == 0 || otherLength == 0) {
            return QGrams.cosine(texts.text(one), texts.text(other)) >= bound;
        }
        if (length == 1 || otherLength == 1) {
            return false;
        }
        byte[] bytes = texts.bytes();
        int start = texts.start(one);
        int otherStart = texts.start(other);
        long product = product(bytes, start, length, otherStart, otherLength);
        long squares = product(bytes, start, length, start, length);
        long otherSquares = product(bytes, otherStart, otherLength, otherStart, otherLength);
        return product / Math.sqrt((double) squares * otherSquares) >= bound;
    }

    private static long product(byte[] bytes, int start, int length, int otherStart, int otherLength) {
        byte[] counts = OF_THREAD.get();
        for (int position = start + 1; position < start + length; position++) {
            counts[gram(bytes, position)]++;
        }
        long product = 0;
        for (int position = otherStart + 1; position < otherStart + otherLength; position++) {
            product += counts[gram(bytes, position)];
        }
        clear(counts, bytes, start, length);
        return product;
    }

    private static void clear(byte[] counts, byte[] bytes, int start, int length) {
        for (int position = start + 1; position < start + length; position++) {
            counts[gram(bytes, position)] = 0;
        }
    }

    private static int gram(byte[] bytes, int position) {
        return (bytes[position - 1] & 0xFF) << 8 | bytes[position] & 0xFF;
    }
}
