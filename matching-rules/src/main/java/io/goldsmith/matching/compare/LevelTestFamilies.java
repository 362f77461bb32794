package io.goldsmith.matching.compare;

import static io.goldsmith.matching.compare.LevelTest.COMMON;
import static io.goldsmith.matching.compare.LevelTest.CUSTOM;
import static io.goldsmith.matching.compare.LevelTest.DAMERAU;
import static io.goldsmith.matching.compare.LevelTest.EXACT;
import static io.goldsmith.matching.compare.LevelTest.JARO;
import static io.goldsmith.matching.compare.LevelTest.JARO_WINKLER;
import static io.goldsmith.matching.compare.LevelTest.LEVENSHTEIN;
import static io.goldsmith.matching.compare.LevelTest.PREFIX;
import static io.goldsmith.matching.compare.LevelTest.QGRAM;
import static io.goldsmith.matching.compare.LevelTest.QGRAM_COSINE;
import static io.goldsmith.matching.compare.LevelTest.SOFT_TOKEN;
import static io.goldsmith.matching.compare.LevelTest.SUFFIX;
import static io.goldsmith.matching.compare.LevelTest.TOKEN_OVERLAP;
import static io.goldsmith.matching.compare.LevelTest.TOKEN_SET;
import static io.goldsmith.matching.compare.LevelTest.TOKEN_SUBSET;
import static io.goldsmith.matching.compare.LevelTest.TYPO;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** The tests that make sense for any value, for any spelling, for any text of several words. */
final class LevelTestFamilies {

    /** Of values as such. */
    static final Set<LevelTest> VALUES = Set.copyOf(EnumSet.of(EXACT, COMMON, CUSTOM));

    /** Of one spelling against another. */
    static final Set<LevelTest> SPELLINGS =
            with(VALUES, JARO_WINKLER, JARO, LEVENSHTEIN, DAMERAU, TYPO, PREFIX, SUFFIX, QGRAM, QGRAM_COSINE);

    /** Of texts of several words. */
    static final Set<LevelTest> WORDS = with(SPELLINGS, TOKEN_SET, TOKEN_OVERLAP, TOKEN_SUBSET, SOFT_TOKEN);

    private LevelTestFamilies() {}

    /** A family with further tests. */
    static Set<LevelTest> with(Set<LevelTest> family, LevelTest... more) {
        EnumSet<LevelTest> tests = EnumSet.copyOf(family);
        tests.addAll(Arrays.asList(more));
        return Set.copyOf(tests);
    }
}
