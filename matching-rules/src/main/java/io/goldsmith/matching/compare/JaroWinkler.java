package io.goldsmith.matching.compare;

/**
 * The Jaro-Winkler similarity, from 0 to 1 (W. E. Winkler, 1990): Jaro's, raised by up to four shared first characters where it is at
 * least 0.7. Equal to the last bit to commons-text's {@code JaroWinklerSimilarity} called with the text that {@link Jaro#takesFirst
 * takes first}, and so symmetric where that is not.
 */
final class JaroWinkler {

    private static final double WINKLER_FROM = 0.7;
    private static final double SCALE = 0.1;
    private static final int LONGEST_PREFIX = 4;

    private JaroWinkler() {}

    /** The similarity of two texts. */
    static double similarity(String one, String other) {
        return raised(Jaro.similarity(one, other), CommonPrefix.length(one, other));
    }

    private static double raised(double jaro, int prefix) {
        return jaro < WINKLER_FROM ? jaro : jaro + SCALE * Math.min(prefix, LONGEST_PREFIX) * (1.0 - jaro);
    }

    /** Whether two texts have at least a similarity. */
    static boolean atLeast(PackedTexts ones, int one, PackedTexts others, int other, double bound) {
        return similarityFrom(ones, one, others, other, bound) >= bound;
    }

    /** The similarity of two texts if it is at least the floor; else the similarity or 0, whatever is sooner known. */
    static double similarityFrom(PackedTexts ones, int one, PackedTexts others, int other, double floor) {
        int oneLength = ones.length(one);
        int otherLength = others.length(other);
        if (oneLength == 0 || otherLength == 0) {
            return similarity(ones.text(one), others.text(other));
        }
        // With the slack before it is raised: rounding must not leave it below the similarity from which that is done.
        double best = LetterBound.jaro(LetterBound.matches(ones, one, others, other), oneLength, otherLength)
                + LetterBound.SLACK;
        if (raised(best, LONGEST_PREFIX) < floor) {
            return 0;
        }
        int prefix = CommonPrefix.length(ones, one, others, other);
        if (raised(best, prefix) < floor) {
            return 0;
        }
        if (prefix == oneLength && prefix == otherLength) {
            return 1;
        }
        return raised(Jaro.of(matches(ones, one, others, other, prefix), oneLength, otherLength), prefix);
    }

    /** The matches of two packed texts, different beyond their common prefix. */
    static long matches(PackedTexts ones, int one, PackedTexts others, int other, int prefix) {
        int length = ones.length(one);
        int otherLength = others.length(other);
        boolean first = length < otherLength
                || length == otherLength
                        && (ones.bytes()[ones.start(one) + prefix] & 0xFF)
                                < (others.bytes()[others.start(other) + prefix] & 0xFF);
        return first ? ordered(ones, one, others, other) : ordered(others, other, ones, one);
    }

    private static long ordered(PackedTexts shorts, int shorter, PackedTexts longs, int longer) {
        int length = shorts.length(shorter);
        int longLength = longs.length(longer);
        return longLength <= 2 * EightBytes.LENGTH
                ? JaroMatches.sixteen(
                        shorts.bytes(), shorts.start(shorter), length, longs.bytes(), longs.start(longer), longLength)
                : JaroMatches.packed(
                        shorts.bytes(), shorts.start(shorter), length, longs.bytes(), longs.start(longer), longLength);
    }
}
