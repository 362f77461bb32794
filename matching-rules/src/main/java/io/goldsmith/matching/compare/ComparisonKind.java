package io.goldsmith.matching.compare;

import static io.goldsmith.matching.compare.LevelTest.ACRONYM;
import static io.goldsmith.matching.compare.LevelTest.DAMERAU;
import static io.goldsmith.matching.compare.LevelTest.DAY_MONTH_SWAP;
import static io.goldsmith.matching.compare.LevelTest.ELSE;
import static io.goldsmith.matching.compare.LevelTest.EXACT;
import static io.goldsmith.matching.compare.LevelTest.JARO_WINKLER;
import static io.goldsmith.matching.compare.LevelTest.NICKNAME;
import static io.goldsmith.matching.compare.LevelTest.ONE_DIGIT_OFF;
import static io.goldsmith.matching.compare.LevelTest.PHONETIC;
import static io.goldsmith.matching.compare.LevelTest.PREFIX;
import static io.goldsmith.matching.compare.LevelTest.SAME_LOCAL_PART;
import static io.goldsmith.matching.compare.LevelTest.SAME_YEAR;
import static io.goldsmith.matching.compare.LevelTest.SWAPPED;
import static io.goldsmith.matching.compare.LevelTest.TOKEN_SET;
import static io.goldsmith.matching.compare.LevelTest.TOKEN_SUBSET;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a comparison compares: which levels make sense for it, and the levels it has if none are configured. */
public enum ComparisonKind {
    NAME(
            EnumSet.of(EXACT, NICKNAME, JARO_WINKLER, DAMERAU, PHONETIC, SWAPPED, PREFIX, TOKEN_SET, TOKEN_SUBSET),
            level("exact", 0.78, 0.004, true),
            level("jaro-winkler:0.92", 0.1, 0.004, false),
            level("phonetic", 0.04, 0.005, false),
            level("else", 0.08, 0.987, false)),
    COMPANY(
            EnumSet.of(EXACT, JARO_WINKLER, DAMERAU, PHONETIC, PREFIX, TOKEN_SET, TOKEN_SUBSET, ACRONYM),
            level("exact", 0.7, 0.0005, false),
            level("token-set:0.6", 0.12, 0.001, false),
            level("jaro-winkler:0.92", 0.1, 0.002, false),
            level("acronym", 0.03, 0.001, false),
            level("else", 0.05, 0.9955, false)),
    DATE(
            EnumSet.of(EXACT, DAY_MONTH_SWAP, ONE_DIGIT_OFF, SAME_YEAR, DAMERAU),
            level("exact", 0.9, 0.0001, false),
            level("day-month-swap", 0.02, 0.0001, false),
            level("one-digit-off", 0.05, 0.002, false),
            level("same-year", 0.01, 0.015, false),
            level("else", 0.02, 0.9828, false)),
    PHONE(EnumSet.of(EXACT), level("exact", 0.6, 0.0002, false), level("else", 0.4, 0.9998, false)),
    EMAIL(
            EnumSet.of(EXACT, SAME_LOCAL_PART, JARO_WINKLER, DAMERAU),
            level("exact", 0.7, 0.0001, false),
            level("same-local-part", 0.1, 0.0005, false),
            level("else", 0.2, 0.9994, false)),
    IDENTIFIER(
            EnumSet.of(EXACT, DAMERAU, PREFIX, ONE_DIGIT_OFF),
            level("exact", 0.95, 0.00001, false),
            level("damerau:1", 0.03, 0.0001, false),
            level("else", 0.02, 0.99989, false)),
    STREET(
            EnumSet.of(EXACT, TOKEN_SET, TOKEN_SUBSET, DAMERAU, JARO_WINKLER, PREFIX),
            level("exact", 0.6, 0.0002, false),
            level("damerau:2", 0.1, 0.0005, false),
            level("token-set:0.6", 0.1, 0.002, false),
            level("else", 0.2, 0.9973, false)),
    POSTCODE(
            EnumSet.of(EXACT, PREFIX, DAMERAU, ONE_DIGIT_OFF),
            level("exact", 0.8, 0.002, false),
            level("damerau:1", 0.04, 0.003, false),
            level("prefix:2", 0.08, 0.02, false),
            level("else", 0.08, 0.975, false)),
    TOWN(
            EnumSet.of(EXACT, JARO_WINKLER, DAMERAU, PHONETIC, PREFIX, TOKEN_SET, TOKEN_SUBSET),
            level("exact", 0.8, 0.005, true),
            level("jaro-winkler:0.92", 0.08, 0.003, false),
            level("else", 0.12, 0.992, false)),
    CODE(EnumSet.of(EXACT), level("exact", 0.9, 0.3, false), level("else", 0.1, 0.7, false)),
    TEXT(
            EnumSet.of(EXACT, JARO_WINKLER, DAMERAU, PHONETIC, PREFIX, TOKEN_SET, TOKEN_SUBSET, ONE_DIGIT_OFF),
            level("exact", 0.8, 0.01, false),
            level("jaro-winkler:0.9", 0.1, 0.01, false),
            level("else", 0.1, 0.98, false));

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

    /** The words of the levels that may be used, in order, {@code else} last. */
    public List<String> levelWords() {
        return Arrays.stream(LevelTest.values())
                .filter(this::allows)
                .map(LevelTest::word)
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
