package io.goldsmith.matching.standardise;

/**
 * Values that stand for nothing, by the kind of value: {@code n/a} and {@code inconnu} anywhere, {@code xxx} for a name,
 * {@code 123456789} for an identifier. What a list cannot know, a value that is too frequent to be true, is found by training.
 */
final class Placeholders {

    private static final int SHORTEST_RUN = 3;
    private static final int SHORTEST_RUN_OF_OTHERS = 8;
    private static final int SHORTEST_SEQUENCE = 8;

    /** Of names of persons. */
    static final Placeholders NAMES = of("placeholders-name");

    /** Of names of companies. */
    static final Placeholders COMPANIES = of("placeholders-company");

    /** Of streets, postcodes and towns. */
    static final Placeholders ADDRESSES = of("placeholders-address");

    /** Of numbers and identifiers. */
    static final Placeholders NUMBERS = of("placeholders-number");

    /** Of everything. */
    static final Placeholders ANYTHING = of();

    private final Dictionary words;

    private Placeholders(Dictionary words) {
        this.words = words;
    }

    private static Placeholders of(String... files) {
        String[] all = java.util.Arrays.copyOf(files, files.length + 1);
        all[files.length] = "placeholders";
        return new Placeholders(Dictionary.ofWordsWithAndWithoutSpaces(all));
    }

    /** Whether folded words stand for nothing. */
    boolean contain(String folded) {
        return folded.isEmpty() || isRun(folded) || words.contains(folded);
    }

    /** What is left of a value after its noise is dropped: missing if that stands for nothing. */
    Standardised valueOf(String folded) {
        return contain(folded) ? Standardised.MISSING : new Standardised.Value(folded);
    }

    /** Whether a number stands for nothing: as above, or its digits count up or down, as in {@code 123456789}. */
    boolean containNumber(String folded) {
        return contain(folded) || isSequence(folded);
    }

    /**
     * One character over and over, spaces left out: zeros, nines or x from the third on, any other digit from the eighth, any other
     * letter from the fourth.
     */
    private static boolean isRun(String folded) {
        char first = folded.charAt(0);
        int length = 1;
        for (int position = 1; position < folded.length(); position++) {
            char c = folded.charAt(position);
            if (c == first) {
                length++;
            } else if (c != ' ') {
                return false;
            }
        }
        if (first == '0' || first == 'X' || first == '9') {
            return length >= SHORTEST_RUN;
        }
        return length >= (Character.isDigit(first) ? SHORTEST_RUN_OF_OTHERS : SHORTEST_RUN + 1);
    }

    /** Digits alone, each one more than the one before, or each one less; zero goes before one and behind nine. */
    private static boolean isSequence(String folded) {
        int length = folded.length();
        if (length < SHORTEST_SEQUENCE) {
            return false;
        }
        int step = Math.floorMod(folded.charAt(1) - folded.charAt(0), 10);
        if (step != 1 && step != 9) {
            return false;
        }
        for (int position = 0; position < length; position++) {
            char c = folded.charAt(position);
            if (c < '0' || c > '9' || position > 0 && Math.floorMod(c - folded.charAt(position - 1), 10) != step) {
                return false;
            }
        }
        return true;
    }
}
