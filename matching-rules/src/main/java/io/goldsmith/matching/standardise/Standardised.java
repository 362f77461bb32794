package io.goldsmith.matching.standardise;

/** What standardising one value came to. */
public sealed interface Standardised {

    /** A value that stands for nothing. */
    Standardised MISSING = new Missing();

    /**
     * The canonical form.
     *
     * @param text never empty
     */
    record Value(String text) implements Standardised {}

    /** The value stands for nothing: blank, a placeholder, or nothing is left of it. */
    record Missing() implements Standardised {}

    /**
     * The value cannot be brought to canonical form.
     *
     * @param reason what was expected; never holds the value
     */
    record Refused(String reason) implements Standardised {}

    /** A value, or missing if nothing is left of it. */
    static Standardised of(String text) {
        return text.isEmpty() ? MISSING : new Value(text);
    }
}
