package io.goldsmith.matching.standardise;

/** What standardising one value came to. */
sealed interface Standardised {

    /** The canonical form. */
    record Value(String text) implements Standardised {}

    /** The value stands for nothing. */
    record Missing() implements Standardised {}

    /** The value cannot be brought to canonical form; the reason never holds it. */
    record Refused(String reason) implements Standardised {}

    /** A value, or missing if nothing is left of it. */
    static Standardised of(String text) {
        return text.isEmpty() ? new Missing() : new Value(text);
    }
}
