package io.goldsmith.mdm.model;

import java.util.Arrays;
import java.util.Locale;

/**
 * How an attribute may harm the person whose value leaks; decides whether and how it may reach the DMP. In configuration: the name in
 * lower case with hyphens.
 */
public enum Sensitivity {
    NONE,
    /** Names the person by itself: never leaves for the DMP. */
    DIRECT_IDENTIFIER,
    /** Names the person together with others: generalised. */
    QUASI_IDENTIFIER,
    /** What must not be learned of a person: l-diverse. */
    SENSITIVE;

    /** The word used in configuration, for example {@code quasi-identifier}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The class of a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Sensitivity ofWord(String word) {
        return Arrays.stream(values())
                .filter(known -> known.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no sensitivity class " + word));
    }
}
