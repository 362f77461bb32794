package io.goldsmith.matching.compare;

import io.goldsmith.matching.standardise.Nicknames;

/**
 * Whether two whole names agree in the parts that both give, in any order: at least one word of two letters or more is the same, and
 * each other word of the name with fewer words has a partner of its own in the other name, which is spelt about the same, another form
 * of the name, or its initial.
 */
final class NameParts {

    private static final int FEWEST = 2;
    private static final int MOST = 64;

    private NameParts() {}

    /**
     * Whether two names agree.
     *
     * @param bound the least Jaro-Winkler similarity of words that are spelt about the same
     */
    static boolean agree(TokenTexts tokens, int one, int other, double bound) {
        int ones = tokens.count(one);
        int others = tokens.count(other);
        if (Math.min(ones, others) < FEWEST || Math.max(ones, others) > MOST) {
            return false;
        }
        return takesFirst(tokens, one, other)
                ? findsPartners(tokens, one, other, bound)
                : findsPartners(tokens, other, one, bound);
    }

    /** Fewer words first, of equally many the words that come first: partners are taken greedily, and must be the same both ways. */
    private static boolean takesFirst(TokenTexts tokens, int one, int other) {
        int difference = tokens.count(one) - tokens.count(other);
        for (int word = 0; word < tokens.count(one) && difference == 0; word++) {
            difference =
                    Integer.compare(tokens.token(tokens.start(one) + word), tokens.token(tokens.start(other) + word));
        }
        return difference <= 0;
    }

    private static boolean findsPartners(TokenTexts tokens, int fewer, int more, double bound) {
        long open = 0;
        long taken = 0;
        boolean anchored = false;
        for (int word = 0; word < tokens.count(fewer); word++) {
            int token = tokens.token(tokens.start(fewer) + word);
            int same = position(tokens, token, more);
            if (same < 0) {
                open |= 1L << word;
            } else {
                taken |= 1L << same;
                anchored |= tokens.texts().length(token) != 1;
            }
        }
        while (anchored && open != 0) {
            int token = tokens.token(tokens.start(fewer) + Long.numberOfTrailingZeros(open));
            int partner = partner(tokens, token, more, taken, bound);
            anchored = partner >= 0;
            taken |= anchored ? 1L << partner : 0;
            open &= open - 1;
        }
        return anchored;
    }

    private static int position(TokenTexts tokens, int token, int element) {
        for (int word = 0; word < tokens.count(element); word++) {
            if (tokens.token(tokens.start(element) + word) == token) {
                return word;
            }
        }
        return -1;
    }

    private static int partner(TokenTexts tokens, int token, int element, long taken, double bound) {
        for (int word = 0; word < tokens.count(element); word++) {
            if ((taken >>> word & 1) == 0
                    && alike(tokens.texts(), token, tokens.token(tokens.start(element) + word), bound)) {
                return word;
            }
        }
        return -1;
    }

    private static boolean alike(PackedTexts texts, int one, int other, double bound) {
        if (texts.length(one) == 1 || texts.length(other) == 1) {
            return CommonPrefix.length(texts, one, texts, other) == 1;
        }
        return JaroWinkler.atLeast(texts, one, texts, other, bound)
                || Nicknames.sameName(texts.text(one), texts.text(other));
    }
}
