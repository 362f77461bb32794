package io.goldsmith.matching.compare;

/**
 * Jaro's similarity, from 0 to 1: the mean of the shares of matching characters in both texts and of the matches that stand in order.
 * Symmetric: of two texts of one length the lesser takes its matches first.
 */
final class Jaro {

    private Jaro() {}

    /** The similarity from counted matches, summed in the order of commons-text so that the last bit agrees. */
    static double of(long matchesAndDisplaced, int oneLength, int otherLength) {
        double matches = matchesAndDisplaced >>> 32;
        double displaced = (int) matchesAndDisplaced;
        return matches == 0
                ? 0
                : (matches / oneLength + matches / otherLength + (matches - displaced / 2.0) / matches) / 3.0;
    }

    /** The similarity of two texts. */
    static double similarity(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        return takesFirst(one, other)
                ? of(JaroMatches.any(one, other), one.length(), other.length())
                : of(JaroMatches.any(other, one), one.length(), other.length());
    }

    /** Whether the first text is the one whose characters look for their match: the shorter, of equally long ones the lesser. */
    static boolean takesFirst(String one, String other) {
        return one.length() == other.length() ? one.compareTo(other) <= 0 : one.length() < other.length();
    }

    /** Whether two different texts have at least a similarity. */
    static boolean atLeast(PackedTexts texts, int one, int other, double bound) {
        int oneLength = texts.length(one);
        int otherLength = texts.length(other);
        if (oneLength == 0 || otherLength == 0) {
            return similarity(texts.text(one), texts.text(other)) >= bound;
        }
        int most = LetterBound.matches(texts, one, texts, other);
        if (LetterBound.jaro(most, oneLength, otherLength) + LetterBound.SLACK < bound) {
            return false;
        }
        int prefix = CommonPrefix.length(texts, one, texts, other);
        return of(JaroWinkler.matches(texts, one, texts, other, prefix), oneLength, otherLength) >= bound;
    }
}
