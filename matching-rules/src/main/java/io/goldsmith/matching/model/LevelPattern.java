package io.goldsmith.matching.model;

/**
 * Which level held in every comparison of a pair, packed in two words of sixteen nibbles: 0 is missing, {@code level + 1} the others.
 * It bounds a configuration to 32 comparisons of 15 levels.
 */
final class LevelPattern {

    /** The most comparisons of a configuration. */
    static final int MOST_COMPARISONS = 32;

    /** The most levels of a comparison. */
    static final int MOST_LEVELS = 15;

    private static final int PER_WORD = 16;
    private static final int BITS = 4;

    private LevelPattern() {}

    /** The bits of one level for the word that holds its comparison. */
    static long bits(int comparison, int level) {
        return (long) (level + 1) << ((comparison % PER_WORD) * BITS);
    }

    static boolean inFirstWord(int comparison) {
        return comparison < PER_WORD;
    }

    /** The level of a comparison, {@code -1} if missing. */
    static int level(long first, long second, int comparison) {
        long word = inFirstWord(comparison) ? first : second;
        return (int) (word >>> ((comparison % PER_WORD) * BITS) & 0xF) - 1;
    }
}
