package io.goldsmith.matching.compare;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;

/** The similarity of two texts by the pairs of neighbouring characters that they hold, counted as often as they occur. */
final class QGrams {

    private QGrams() {}

    /** Twice the shared pairs over all pairs (L. R. Dice, 1945), from 0 to 1; 0 if a text is shorter than a pair. */
    static double dice(String one, String other) {
        int pairs = one.length() + other.length() - 2;
        if (one.length() < 2 || other.length() < 2) {
            return 0;
        }
        Int2IntOpenHashMap counts = counts(one);
        int shared = 0;
        for (int position = 1; position < other.length(); position++) {
            shared += counts.addTo(gram(other, position), -1) > 0 ? 1 : 0;
        }
        return 2.0 * shared / pairs;
    }

    /** The cosine of the angle between the counts of the pairs, from 0 to 1; 0 if a text is shorter than a pair. */
    static double cosine(String one, String other) {
        if (one.length() < 2 || other.length() < 2) {
            return 0;
        }
        Int2IntOpenHashMap ones = counts(one);
        Int2IntOpenHashMap others = counts(other);
        long product = 0;
        for (int position = 1; position < other.length(); position++) {
            product += ones.get(gram(other, position));
        }
        return product / Math.sqrt((double) squares(one, ones) * squares(other, others));
    }

    private static Int2IntOpenHashMap counts(String text) {
        Int2IntOpenHashMap counts = new Int2IntOpenHashMap(text.length());
        for (int position = 1; position < text.length(); position++) {
            counts.addTo(gram(text, position), 1);
        }
        return counts;
    }

    private static long squares(String text, Int2IntOpenHashMap counts) {
        long squares = 0;
        for (int position = 1; position < text.length(); position++) {
            squares += counts.get(gram(text, position));
        }
        return squares;
    }

    private static int gram(String text, int position) {
        return text.charAt(position - 1) << 16 | text.charAt(position);
    }
}
