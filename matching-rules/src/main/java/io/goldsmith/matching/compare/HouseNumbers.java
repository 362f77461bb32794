package io.goldsmith.matching.compare;

/** Whether the numbers in two streets or addresses agree; letters behind a number (12B, 12 BIS) are not looked at. */
final class HouseNumbers {

    private HouseNumbers() {}

    /** Whether both values hold a number, and every number of the one that has fewer is in the other. */
    static boolean agree(TokenTexts tokens, int one, int other) {
        int ones = count(tokens, one);
        int others = count(tokens, other);
        return ones > 0 && others > 0 && contained(tokens, one, ones, other, others);
    }

    /** Whether the numbers agree, or a value has none. */
    static boolean compatible(TokenTexts tokens, int one, int other) {
        int ones = count(tokens, one);
        int others = count(tokens, other);
        return ones == 0 || others == 0 || contained(tokens, one, ones, other, others);
    }

    private static int count(TokenTexts tokens, int element) {
        int count = 0;
        for (int position = tokens.start(element); position < tokens.end(element); position++) {
            count += tokens.isNumber(tokens.token(position)) ? 1 : 0;
        }
        return count;
    }

    /** With equally many numbers on both sides each side must hold the other's, or 12 and 12B against 12 and 14 would do one way. */
    private static boolean contained(TokenTexts tokens, int one, int ones, int other, int others) {
        return (ones > others || holdsAll(tokens, other, one)) && (others > ones || holdsAll(tokens, one, other));
    }

    private static boolean holdsAll(TokenTexts tokens, int holder, int held) {
        for (int position = tokens.start(held); position < tokens.end(held); position++) {
            int token = tokens.token(position);
            if (tokens.isNumber(token) && !holds(tokens, holder, tokens.number(token))) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(TokenTexts tokens, int element, long number) {
        for (int position = tokens.start(element); position < tokens.end(element); position++) {
            int token = tokens.token(position);
            if (tokens.isNumber(token) && tokens.number(token) == number) {
                return true;
            }
        }
        return false;
    }
}
