package io.goldsmith.matching.compare;

/** What two texts can reach at most, seen from their lengths and letters alone, so that most pairs need no kernel. */
final class LetterBound {

    /** Far more than the rounding of a similarity, far less than any difference between two similarities of short texts. */
    static final double SLACK = 1e-9;

    private static final double[] RECIPROCALS = reciprocals();

    private LetterBound() {}

    private static double[] reciprocals() {
        double[] reciprocals = new double[PackedTexts.LONGEST + 1];
        for (int length = 1; length < reciprocals.length; length++) {
            reciprocals[length] = 1.0 / length;
        }
        return reciprocals;
    }

    /** The most characters that two packed texts can have in common. */
    static int matches(PackedTexts ones, int one, PackedTexts others, int other) {
        long letters = ones.letters(one);
        long otherLetters = others.letters(other);
        return Math.min(
                ones.length(one) - Long.bitCount(letters & ~otherLetters),
                others.length(other) - Long.bitCount(otherLetters & ~letters));
    }

    /** The greatest Jaro similarity with a number of matches, up to rounding; lengths at most 64. */
    static double jaro(int matches, int oneLength, int otherLength) {
        return matches <= 0 ? 0 : (matches * (RECIPROCALS[oneLength] + RECIPROCALS[otherLength]) + 1) * RECIPROCALS[3];
    }

    /** Whether the letters of two packed texts rule out a distance of at most the bound: an edit changes one letter at most. */
    static boolean excludes(PackedTexts texts, int one, int other, int bound) {
        long letters = texts.letters(one);
        long otherLetters = texts.letters(other);
        return Math.abs(texts.length(one) - texts.length(other)) > bound
                || Long.bitCount(letters & ~otherLetters) > bound
                || Long.bitCount(otherLetters & ~letters) > bound;
    }
}
