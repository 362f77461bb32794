package io.goldsmith.matching.compare;

/** What two values share as sets of words. */
final class TokenOverlap {

    private TokenOverlap() {}

    /** How many words two values share. */
    static int shared(TokenTexts tokens, int one, int other) {
        int left = tokens.start(one);
        int right = tokens.start(other);
        int leftEnd = tokens.end(one);
        int rightEnd = tokens.end(other);
        int shared = 0;
        while (left < leftEnd && right < rightEnd) {
            int difference = Integer.compare(tokens.token(left), tokens.token(right));
            shared += difference == 0 ? 1 : 0;
            left += difference <= 0 ? 1 : 0;
            right += difference >= 0 ? 1 : 0;
        }
        return shared;
    }

    /** The share of the common words in all words (P. Jaccard, 1901), from 0 to 1. */
    static double jaccard(TokenTexts tokens, int one, int other) {
        int shared = shared(tokens, one, other);
        int all = tokens.count(one) + tokens.count(other) - shared;
        return all == 0 ? 0 : shared / (double) all;
    }

    /** The share of the common words in the value that has fewer, from 0 to 1. */
    static double overlap(TokenTexts tokens, int one, int other) {
        int fewer = Math.min(tokens.count(one), tokens.count(other));
        return fewer == 0 ? 0 : shared(tokens, one, other) / (double) fewer;
    }

    /** Whether every word of the value with fewer words is a word of the other. */
    static boolean subset(TokenTexts tokens, int one, int other) {
        int fewer = Math.min(tokens.count(one), tokens.count(other));
        return fewer > 0 && shared(tokens, one, other) == fewer;
    }
}
