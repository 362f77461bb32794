package io.goldsmith.matching.compare;

import java.util.Locale;

/** What a comparison level tests on two standard values. In configuration: the name in lower case with hyphens. */
public enum LevelTest {
    /** The same value. For a multi-valued attribute: any value in common. */
    EXACT,
    /** Names of one person in another form, by the nickname dictionary. */
    NICKNAME,
    /** Jaro-Winkler similarity of at least the bound, from 0 to 1. */
    JARO_WINKLER,
    /** Damerau-Levenshtein distance (optimal string alignment) of at most the bound. */
    DAMERAU,
    /** The same phonetic key. */
    PHONETIC,
    /** This value equals the other attribute's on the other side, both ways round. */
    SWAPPED,
    /** One value starts with the other, or they share the first letters: the bound is how many. */
    PREFIX,
    /** The shared words make up at least the bound, from 0 to 1, of all words. */
    TOKEN_SET,
    /** Every word of the shorter value is a word of the longer one. */
    TOKEN_SUBSET,
    /** One value is made of the first letters of the other's words. */
    ACRONYM,
    /** Dates with day and month exchanged. */
    DAY_MONTH_SWAP,
    /** Dates that differ in exactly one digit, or in two neighbouring digits exchanged. */
    ONE_DIGIT_OFF,
    /** Dates of one year. */
    SAME_YEAR,
    /** E-mail addresses whose part before the @ is the same. */
    SAME_LOCAL_PART,
    /** Holds always: the last level. */
    ELSE;

    /** The word used in configuration, for example {@code jaro-winkler}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the test needs a bound behind a colon. */
    public boolean takesBound() {
        return this == JARO_WINKLER || this == DAMERAU || this == PREFIX || this == TOKEN_SET;
    }
}
