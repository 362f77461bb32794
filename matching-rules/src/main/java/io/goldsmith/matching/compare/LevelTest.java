package io.goldsmith.matching.compare;

import java.util.Locale;

/**
 * What a comparison level tests on two standard values. In configuration: the name in lower case with hyphens, and behind a colon the
 * bound where there is one. Two equal values hold every test but the swaps; of a multi-valued attribute one pair of elements is enough.
 */
public enum LevelTest {
    /** The same value. For a multi-valued attribute: any value in common. */
    EXACT(LevelBound.NONE),
    /** {@code common:2}. Of a multi-valued attribute at least so many values in common. */
    COMMON(LevelBound.COUNT),
    /** Names of one person in another form, by the nickname dictionary. */
    NICKNAME(LevelBound.NONE),
    /** Given names of which one abbreviates the other: {@code J} and {@code JEAN}, {@code J M} and {@code JEAN MARIE}. */
    INITIAL(LevelBound.NONE),
    /** {@code jaro-winkler:0.92}. Jaro-Winkler similarity of at least the bound. */
    JARO_WINKLER(LevelBound.SHARE),
    /**
     * {@code similar-name:0.9}. Jaro-Winkler similarity of at least the bound, both values of four characters or more, and of one first
     * letter: short names reach a high similarity by one letter, and names that begin differently are rarely one name misspelt.
     */
    SIMILAR_NAME(LevelBound.SHARE),
    /** {@code jaro:0.9}. Jaro similarity of at least the bound: for values that do not say most at their beginning. */
    JARO(LevelBound.SHARE),
    /** {@code levenshtein:2}. At most so many characters inserted, deleted or replaced. */
    LEVENSHTEIN(LevelBound.COUNT),
    /** {@code damerau:1}. Damerau-Levenshtein distance (optimal string alignment) of at most the bound. */
    DAMERAU(LevelBound.COUNT),
    /** A typing error for the length: one Damerau edit if the shorter value has four characters or more, two from eight on. */
    TYPO(LevelBound.NONE),
    /** The same phonetic key. */
    PHONETIC(LevelBound.NONE),
    /**
     * This value equals the other attribute's on the other side, both ways round; {@code swapped:0.9} by Jaro-Winkler similarity of at
     * least the bound. Needs {@code swapped-with}.
     */
    SWAPPED(LevelBound.OPTIONAL_SHARE),
    /** This value equals the other attribute's on the other side, and of the other pair one value is missing. Needs {@code swapped-with}. */
    SWAPPED_PART(LevelBound.NONE),
    /** {@code prefix:3}. One value starts with the other, or they share the first characters: the bound is how many. */
    PREFIX(LevelBound.COUNT),
    /** {@code suffix:8}. One value ends with the other, or they share the last characters: the bound is how many. */
    SUFFIX(LevelBound.COUNT),
    /** {@code token-set:0.6}. The shared words make up at least the bound of all words (Jaccard). */
    TOKEN_SET(LevelBound.SHARE),
    /** {@code token-overlap:0.6}. The shared words make up at least the bound of the words of the value that has fewer. */
    TOKEN_OVERLAP(LevelBound.SHARE),
    /** Every word of the value with fewer words is a word of the other. */
    TOKEN_SUBSET(LevelBound.NONE),
    /**
     * {@code soft-token:0.85}. The mean, over the words of both values, of each word's best Jaro-Winkler similarity with a word of the
     * other, which counts from 0.85 on: words in any order, a little misspelt.
     */
    SOFT_TOKEN(LevelBound.SHARE),
    /**
     * {@code name-parts:0.9}. Whole names that agree in the parts both give, in any order: one word is the same, and every other word
     * of the shorter name has a partner that is a nickname, an initial, or of that Jaro-Winkler similarity.
     */
    NAME_PARTS(LevelBound.SHARE),
    /** {@code qgram:0.7}. Dice similarity of the pairs of neighbouring characters. */
    QGRAM(LevelBound.SHARE),
    /** {@code qgram-cosine:0.7}. Cosine similarity of the pairs of neighbouring characters. */
    QGRAM_COSINE(LevelBound.SHARE),
    /** One value is made of the first letters of the other's words. */
    ACRONYM(LevelBound.NONE),
    /** Both values hold numbers, and those of the value that has fewer are in the other. */
    HOUSE_NUMBER(LevelBound.NONE),
    /** {@code street:0.8}. As {@code soft-token} over the words that are no numbers, and the numbers agree or a value has none. */
    STREET(LevelBound.SHARE),
    /** Dates with day and month exchanged. */
    DAY_MONTH_SWAP(LevelBound.NONE),
    /** Values of one length that differ in exactly one character, or in two neighbouring characters exchanged. */
    ONE_DIGIT_OFF(LevelBound.NONE),
    /** Dates of which one is not whole and says nothing against the other: {@code 1650} and {@code 1650-03-17}. */
    DATE_COMPATIBLE(LevelBound.NONE),
    /** Dates of one year of which one is a first of January, or of one month of which one is a first: as unknown parts are filled up. */
    DATE_FILLED(LevelBound.NONE),
    /** Dates of one month of one year. */
    SAME_MONTH(LevelBound.NONE),
    /** Dates of one day and month in any year. */
    SAME_DAY_MONTH(LevelBound.NONE),
    /** {@code days:31}. Dates at most so many days apart. */
    DAYS(LevelBound.COUNT),
    /** Dates of one year. */
    SAME_YEAR(LevelBound.NONE),
    /** {@code years:2}. Dates whose years are at most so many apart. */
    YEARS(LevelBound.COUNT),
    /** E-mail addresses of one mailbox: tags, and points where the provider ignores them, left out. */
    EMAIL_KEY(LevelBound.NONE),
    /** E-mail addresses whose part before the @ is the same, and longer than two characters. */
    SAME_LOCAL_PART(LevelBound.NONE),
    /** {@code local-part:0.93}. E-mail addresses whose parts before the @, without tags, have that Jaro-Winkler similarity. */
    LOCAL_PART(LevelBound.SHARE),
    /** {@code numeric:0.5}. Numbers at most so far apart. */
    NUMERIC(LevelBound.AMOUNT),
    /** {@code numeric-percent:2}. Numbers apart by at most so many percent of the greater one. */
    NUMERIC_PERCENT(LevelBound.AMOUNT),
    /** {@code km:0.5}. Points {@code latitude,longitude} in degrees, at most so many kilometres apart. */
    KM(LevelBound.AMOUNT),
    /** {@code custom:NAME}. What the plugged-in {@link CustomLevel} of that name says. */
    CUSTOM(LevelBound.NAME),
    /** Holds always: the last level. */
    ELSE(LevelBound.NONE);

    private final LevelBound bound;

    LevelTest(LevelBound bound) {
        this.bound = bound;
    }

    /** The word used in configuration, for example {@code jaro-winkler}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the test needs a bound behind a colon. */
    public boolean takesBound() {
        return !bound.mayBeLeftOut();
    }

    /** Whether the test reads the attribute that {@code swapped-with} names. */
    public boolean needsOtherAttribute() {
        return this == SWAPPED || this == SWAPPED_PART;
    }

    /** The word with an example of a bound where it needs one, for messages: {@code jaro-winkler:0.9}. */
    public String example() {
        return bound.example(word());
    }

    LevelBound bound() {
        return bound;
    }
}
