package io.goldsmith.matching.compare;

import java.util.OptionalDouble;

/** What stands behind the colon of a level. */
enum LevelBound {
    /** Nothing. */
    NONE(0, ""),
    /** A share or similarity above 0 and up to 1. */
    SHARE(1, "0.9"),
    /** A share or nothing. */
    OPTIONAL_SHARE(1, "0.9"),
    /** A whole number from 1 to 9999. */
    COUNT(9999, "2"),
    /** A decimal number above 0 and up to a thousand million. */
    AMOUNT(1e9, "0.5"),
    /** The name of a {@link CustomLevel}. */
    NAME(0, "NAME");

    private static final int LONGEST = 19;

    private final double greatest;
    private final String example;

    LevelBound(double greatest, String example) {
        this.greatest = greatest;
        this.example = example;
    }

    /** Whether a level may be written without a bound. */
    boolean mayBeLeftOut() {
        return this == NONE || this == OPTIONAL_SHARE;
    }

    /** The bound that a text of digits, with a point where one may be, stands for; empty if it is no such text, or out of range. */
    OptionalDouble parse(String text) {
        int point = text.indexOf('.');
        boolean shaped = !text.isEmpty()
                && text.length() <= LONGEST
                && point == text.lastIndexOf('.')
                && point != text.length() - 1
                && (point < 0 || this != COUNT)
                && text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.');
        double bound = shaped ? Double.parseDouble(text) : 0;
        return bound > 0 && bound <= greatest ? OptionalDouble.of(bound) : OptionalDouble.empty();
    }

    /** A test's word with a bound as an example, where it needs one. */
    String example(String word) {
        return mayBeLeftOut() ? word : word + ':' + example;
    }
}
