package io.goldsmith.matching.compare;

import java.util.Arrays;
import java.util.Optional;

/**
 * A level's test with its bound.
 *
 * @param test what is tested
 * @param bound the bound of tests that have one, else 0
 */
public record Level(LevelTest test, double bound) {

    /** Reads {@code test} or {@code test:bound}; empty if it is neither, or the bound is out of the test's range. */
    public static Optional<Level> parse(String text) {
        int colon = text.indexOf(':');
        String word = colon < 0 ? text : text.substring(0, colon);
        Optional<LevelTest> test = Arrays.stream(LevelTest.values())
                .filter(known -> known.word().equals(word))
                .findFirst();
        if (test.isEmpty() || test.get().takesBound() != (colon >= 0)) {
            return Optional.empty();
        }
        if (colon < 0) {
            return Optional.of(new Level(test.get(), 0));
        }
        String bound = text.substring(colon + 1);
        boolean share = test.get() == LevelTest.JARO_WINKLER || test.get() == LevelTest.TOKEN_SET;
        return bound.matches(share ? "0?\\.[0-9]+|1(\\.0+)?" : "[1-9][0-9]?")
                ? Optional.of(new Level(test.get(), Double.parseDouble(bound)))
                : Optional.empty();
    }

    /** Whether the level holds for two different values in standard form; symmetric. */
    boolean holds(String one, String other) {
        boolean inOrder = one.compareTo(other) <= 0;
        return Kernels.holds(test, inOrder ? one : other, inOrder ? other : one, bound);
    }
}
