package io.goldsmith.matching.compare;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** What stands behind the colon of a level. */
enum LevelBound {
    /** Nothing. */
    NONE("", ""),
    /** A share or similarity above 0 and up to 1. */
    SHARE("0?\\.[0-9]+|1(\\.0+)?", "0.9"),
    /** A share or nothing. */
    OPTIONAL_SHARE("0?\\.[0-9]+|1(\\.0+)?", "0.9"),
    /** A whole number from 1 to 9999. */
    COUNT("[1-9][0-9]{0,3}", "2"),
    /** A decimal number above 0. */
    AMOUNT("[0-9]{1,9}(\\.[0-9]{1,9})?", "0.5"),
    /** The name of a {@link CustomLevel}. */
    NAME("[a-z0-9-]+", "NAME");

    private final Pattern form;
    private final String example;

    LevelBound(String form, String example) {
        this.form = Pattern.compile(form);
        this.example = example;
    }

    /** Whether a level may be written without a bound. */
    boolean mayBeLeftOut() {
        return this == NONE || this == OPTIONAL_SHARE;
    }

    /** The bound that a text stands for; empty if it has not the form, or is 0. */
    OptionalDouble parse(String text) {
        if (this == NONE || this == NAME || !form.matcher(text).matches()) {
            return OptionalDouble.empty();
        }
        double bound = Double.parseDouble(text);
        return bound > 0 ? OptionalDouble.of(bound) : OptionalDouble.empty();
    }

    /** A test's word with a bound as an example, where it needs one. */
    String example(String word) {
        return mayBeLeftOut() ? word : word + ':' + example;
    }
}
