package io.goldsmith.matching.record;

import java.util.Comparator;
import java.util.Objects;

/**
 * Which record: the source system that owns it and the key it has there. Ordered by source, then key, each by code point: the order
 * that breaks every tie.
 */
public record RecordId(String source, String key) implements Comparable<RecordId> {

    /** Texts by code point, which differs from {@link String#compareTo} beyond the basic plane. */
    public static final Comparator<String> TEXT_ORDER = RecordId::compareTexts;

    private static final Comparator<RecordId> ORDER =
            Comparator.comparing(RecordId::source, TEXT_ORDER).thenComparing(RecordId::key, TEXT_ORDER);

    public RecordId {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(key, "key");
    }

    private static int compareTexts(String left, String right) {
        int shared = Math.min(left.length(), right.length());
        for (int position = 0; position < shared; position++) {
            if (left.charAt(position) != right.charAt(position)) {
                int start = isSecondHalf(left, position) || isSecondHalf(right, position) ? position - 1 : position;
                return Integer.compare(left.codePointAt(start), right.codePointAt(start));
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    private static boolean isSecondHalf(String text, int position) {
        return position > 0
                && Character.isLowSurrogate(text.charAt(position))
                && Character.isHighSurrogate(text.charAt(position - 1));
    }

    @Override
    public int compareTo(RecordId other) {
        return ORDER.compare(this, other);
    }

    /**
     * A well-mixed number that a seed and this id alone decide: what is drawn by it does not depend on the order of the records (FNV-1a
     * with the finaliser of MurmurHash3, Appleby 2011).
     */
    public long drawn(long seed) {
        long hash = drawn(seed * 0x9E3779B97F4A7C15L, source);
        return drawn(hash, key);
    }

    private static long drawn(long start, String text) {
        long hash = start;
        for (int position = 0; position < text.length(); position++) {
            hash = (hash ^ text.charAt(position)) * 0x100000001b3L;
        }
        return mixed(hash + 1);
    }

    /** Spreads what two numbers differ in over all bits. */
    public static long mixed(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    /** {@code source:key}, as it is written in files. */
    @Override
    public String toString() {
        return source.isEmpty() ? key : source + ":" + key;
    }
}
