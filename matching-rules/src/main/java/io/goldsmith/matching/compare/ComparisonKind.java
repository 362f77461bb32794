package io.goldsmith.matching.compare;

import static io.goldsmith.matching.compare.LevelTest.ACRONYM;
import static io.goldsmith.matching.compare.LevelTest.DAMERAU;
import static io.goldsmith.matching.compare.LevelTest.DATE_COMPATIBLE;
import static io.goldsmith.matching.compare.LevelTest.DATE_FILLED;
import static io.goldsmith.matching.compare.LevelTest.DAYS;
import static io.goldsmith.matching.compare.LevelTest.DAY_MONTH_SWAP;
import static io.goldsmith.matching.compare.LevelTest.ELSE;
import static io.goldsmith.matching.compare.LevelTest.EMAIL_KEY;
import static io.goldsmith.matching.compare.LevelTest.HOUSE_NUMBER;
import static io.goldsmith.matching.compare.LevelTest.INITIAL;
import static io.goldsmith.matching.compare.LevelTest.KM;
import static io.goldsmith.matching.compare.LevelTest.LEVENSHTEIN;
import static io.goldsmith.matching.compare.LevelTest.LOCAL_PART;
import static io.goldsmith.matching.compare.LevelTest.NAME_PARTS;
import static io.goldsmith.matching.compare.LevelTest.NICKNAME;
import static io.goldsmith.matching.compare.LevelTest.NUMERIC;
import static io.goldsmith.matching.compare.LevelTest.NUMERIC_PERCENT;
import static io.goldsmith.matching.compare.LevelTest.ONE_DIGIT_OFF;
import static io.goldsmith.matching.compare.LevelTest.PHONETIC;
import static io.goldsmith.matching.compare.LevelTest.PREFIX;
import static io.goldsmith.matching.compare.LevelTest.SAME_DAY_MONTH;
import static io.goldsmith.matching.compare.LevelTest.SAME_LOCAL_PART;
import static io.goldsmith.matching.compare.LevelTest.SAME_MONTH;
import static io.goldsmith.matching.compare.LevelTest.SAME_YEAR;
import static io.goldsmith.matching.compare.LevelTest.SIMILAR_NAME;
import static io.goldsmith.matching.compare.LevelTest.SWAPPED;
import static io.goldsmith.matching.compare.LevelTest.SWAPPED_PART;
import static io.goldsmith.matching.compare.LevelTest.YEARS;
import static io.goldsmith.matching.compare.LevelTestFamilies.SPELLINGS;
import static io.goldsmith.matching.compare.LevelTestFamilies.VALUES;
import static io.goldsmith.matching.compare.LevelTestFamilies.WORDS;
import static io.goldsmith.matching.compare.LevelTestFamilies.with;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a comparison compares: which levels make sense for it, and the levels it has if none are configured. The m and u of the default
 * levels are where training starts.
 */
public enum ComparisonKind {
    /** A given or family name. */
    NAME(
            with(WORDS, NICKNAME, INITIAL, SIMILAR_NAME, PHONETIC, SWAPPED, SWAPPED_PART),
            level("exact", 0.76, 0.004, true),
            level("nickname", 0.02, 0.001, false),
            level("typo", 0.07, 0.002, false),
            level("jaro-winkler:0.92", 0.03, 0.003, false),
            level("phonetic", 0.02, 0.004, false),
            level("token-subset", 0.02, 0.001, false),
            level("initial", 0.02, 0.01, false),
            level("else", 0.06, 0.975, false)),
    /** A whole person name in one value. */
    FULL_NAME(
            with(WORDS, NICKNAME, INITIAL, NAME_PARTS, SIMILAR_NAME, PHONETIC),
            level("exact", 0.65, 0.00005, true),
            level("token-set:1", 0.08, 0.00003, false),
            level("soft-token:0.9", 0.1, 0.0002, false),
            level("name-parts:0.9", 0.07, 0.0005, false),
            level("token-subset", 0.04, 0.0005, false),
            level("else", 0.06, 0.99872, false)),
    /** The name of an organisation. */
    COMPANY(
            with(WORDS, PHONETIC, ACRONYM),
            level("exact", 0.7, 0.0005, true),
            level("token-set:1", 0.03, 0.0001, false),
            level("jaro-winkler:0.92", 0.09, 0.002, false),
            level("soft-token:0.8", 0.06, 0.001, false),
            level("token-subset", 0.05, 0.002, false),
            level("acronym", 0.02, 0.001, false),
            level("else", 0.05, 0.9934, false)),
    /** A date, whole or in part. */
    DATE(
            with(
                    SPELLINGS,
                    DAY_MONTH_SWAP,
                    ONE_DIGIT_OFF,
                    DATE_COMPATIBLE,
                    DATE_FILLED,
                    SAME_MONTH,
                    SAME_DAY_MONTH,
                    DAYS,
                    SAME_YEAR,
                    YEARS),
            level("exact", 0.86, 0.0001, false),
            level("date-compatible", 0.02, 0.001, false),
            level("day-month-swap", 0.02, 0.0001, false),
            level("one-digit-off", 0.05, 0.002, false),
            level("same-day-month", 0.01, 0.003, false),
            level("same-year", 0.02, 0.015, false),
            level("else", 0.02, 0.9788, false)),
    /** A phone number. */
    PHONE(with(SPELLINGS, ONE_DIGIT_OFF), level("exact", 0.6, 0.0002, false), level("else", 0.4, 0.9998, false)),
    /** An e-mail address. */
    EMAIL(
            with(SPELLINGS, EMAIL_KEY, SAME_LOCAL_PART, LOCAL_PART),
            level("exact", 0.68, 0.0001, false),
            level("email-key", 0.02, 0.00001, false),
            level("same-local-part", 0.1, 0.0005, false),
            level("else", 0.2, 0.99939, false)),
    /** A number that names one person, organisation, contract or account. */
    IDENTIFIER(
            with(SPELLINGS, ONE_DIGIT_OFF),
            level("exact", 0.95, 0.00001, false),
            level("damerau:1", 0.03, 0.0001, false),
            level("else", 0.02, 0.99989, false)),
    /** A street line with its number. */
    STREET(
            with(WORDS, HOUSE_NUMBER, LevelTest.STREET, PHONETIC),
            level("exact", 0.6, 0.0002, false),
            level("street:0.8", 0.14, 0.0003, false),
            level("damerau:2", 0.03, 0.0005, false),
            level("token-set:0.6", 0.06, 0.002, false),
            level("else", 0.17, 0.997, false)),
    /** A whole address in one value: street, postcode and town. */
    ADDRESS(
            with(WORDS, HOUSE_NUMBER, LevelTest.STREET),
            level("exact", 0.5, 0.00005, false),
            level("street:0.9", 0.2, 0.0001, false),
            level("soft-token:0.8", 0.1, 0.001, false),
            level("token-set:0.5", 0.05, 0.003, false),
            level("else", 0.15, 0.99585, false)),
    /** A postcode. */
    POSTCODE(
            with(SPELLINGS, ONE_DIGIT_OFF),
            level("exact", 0.8, 0.002, false),
            level("damerau:1", 0.04, 0.003, false),
            level("prefix:2", 0.08, 0.02, false),
            level("else", 0.08, 0.975, false)),
    /** A town. */
    TOWN(
            with(WORDS, PHONETIC, INITIAL),
            level("exact", 0.8, 0.005, true),
            level("jaro-winkler:0.92", 0.06, 0.003, false),
            level("token-subset", 0.03, 0.003, false),
            level("else", 0.11, 0.989, false)),
    /** A word of a closed list, such as a country, a gender or a status. */
    CODE(with(SPELLINGS), level("exact", 0.9, 0.3, false), level("else", 0.1, 0.7, false)),
    /** A number that measures something. */
    NUMBER(
            with(VALUES, NUMERIC, NUMERIC_PERCENT, ONE_DIGIT_OFF, DAMERAU, LEVENSHTEIN, PREFIX),
            level("exact", 0.8, 0.01, false),
            level("numeric-percent:1", 0.05, 0.02, false),
            level("numeric-percent:10", 0.05, 0.1, false),
            level("else", 0.1, 0.87, false)),
    /** A point on the globe, {@code latitude,longitude} in degrees. */
    GEO(
            with(VALUES, KM),
            level("exact", 0.5, 0.0005, false),
            level("km:0.1", 0.25, 0.0005, false),
            level("km:1", 0.12, 0.004, false),
            level("km:10", 0.06, 0.03, false),
            level("else", 0.07, 0.965, false)),
    /** Anything else. */
    TEXT(
            with(WORDS, PHONETIC, INITIAL, ACRONYM, ONE_DIGIT_OFF, SWAPPED, SWAPPED_PART, HOUSE_NUMBER, NUMERIC),
            level("exact", 0.8, 0.01, true),
            level("jaro-winkler:0.9", 0.06, 0.008, false),
            level("soft-token:0.8", 0.04, 0.004, false),
            level("else", 0.1, 0.978, false));

    private final Set<LevelTest> tests;
    private final List<LevelSettings> defaultLevels;

    ComparisonKind(Set<LevelTest> tests, LevelSettings... defaultLevels) {
        this.tests = tests;
        this.defaultLevels = List.copyOf(Arrays.asList(defaultLevels));
    }

    private static LevelSettings level(String level, double m, double u, boolean termFrequency) {
        return new LevelSettings(level, m, u, termFrequency);
    }

    /** Whether a level with this test makes sense for what is compared. */
    public boolean allows(LevelTest test) {
        return test == ELSE || tests.contains(test);
    }

    /** The levels that may be used, in order, with an example of a bound where one is needed, {@code else} last. */
    public List<String> levelWords() {
        return Arrays.stream(LevelTest.values())
                .filter(this::allows)
                .flatMap(Level::examples)
                .toList();
    }

    /** The levels if none are configured. */
    public List<LevelSettings> defaultLevels() {
        return defaultLevels;
    }

    /** The word used in configuration, for example {@code postcode}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
