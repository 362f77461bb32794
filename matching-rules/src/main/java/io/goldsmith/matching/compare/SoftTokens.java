package io.goldsmith.matching.compare;

/**
 * The similarity of two values whose words are spelt a little differently: each word counts with its best Jaro-Winkler similarity to a
 * word of the other value, or nothing if that is below 0.85, and the mean is taken over the words of both (A. Monge and C. Elkan, 1996,
 * made symmetric). Values of very many words are compared by equal words only.
 */
final class SoftTokens {

    private static final double LEAST = 0.85;
    private static final int UNIT = 1_000_000;
    private static final long MOST_WORD_PAIRS = 4096;

    private SoftTokens() {}

    /** Whether the mean is at least the bound. */
    static boolean atLeast(TokenTexts tokens, int one, int other, double bound) {
        return reaches(tokens, one, other, true, bound);
    }

    /** Whether the mean over the words that begin with no digit is at least the bound. */
    static boolean wordsAtLeast(TokenTexts tokens, int one, int other, double bound) {
        return reaches(tokens, one, other, false, bound);
    }

    /** Counted in millionths of a word, so that the order of the words changes nothing; ends when too much is missing. */
    private static boolean reaches(TokenTexts tokens, int one, int other, boolean numbers, double bound) {
        int ones = counted(tokens, one, numbers);
        int others = counted(tokens, other, numbers);
        if (ones == 0 || others == 0) {
            return false;
        }
        boolean soft = (long) ones * others <= MOST_WORD_PAIRS;
        long mayMiss = Math.round((1 - bound) * UNIT * (ones + others));
        mayMiss -= missing(tokens, one, other, numbers, soft, mayMiss);
        return mayMiss >= 0 && missing(tokens, other, one, numbers, soft, mayMiss) <= mayMiss;
    }

    private static int counted(TokenTexts tokens, int element, boolean numbers) {
        int counted = 0;
        for (int position = tokens.start(element); position < tokens.end(element); position++) {
            counted += numbers || !tokens.isNumber(tokens.token(position)) ? 1 : 0;
        }
        return counted;
    }

    /** How much the words of one value miss in the other; somewhat more than may be missed is enough to know. */
    private static long missing(TokenTexts tokens, int one, int other, boolean numbers, boolean soft, long mayMiss) {
        long missing = 0;
        for (int position = tokens.start(one); position < tokens.end(one) && missing <= mayMiss; position++) {
            int token = tokens.token(position);
            if (numbers || !tokens.isNumber(token)) {
                missing += UNIT - best(tokens, token, other, soft);
            }
        }
        return missing;
    }

    private static int best(TokenTexts tokens, int token, int element, boolean soft) {
        if (tokens.has(element, token)) {
            return UNIT;
        }
        if (!soft || tokens.isNumber(token)) {
            return 0;
        }
        double best = 0;
        for (int position = tokens.start(element); position < tokens.end(element); position++) {
            int candidate = tokens.token(position);
            if (!tokens.isNumber(candidate)) {
                double floor = Math.max(best, LEAST);
                double similarity = JaroWinkler.similarityFrom(tokens.texts(), token, tokens.texts(), candidate, floor);
                best = similarity >= floor ? similarity : best;
            }
        }
        return (int) Math.round(best * UNIT);
    }
}
