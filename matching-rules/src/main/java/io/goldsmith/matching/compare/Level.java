package io.goldsmith.matching.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A level's test with its bound.
 *
 * @param test what is tested
 * @param bound the bound of tests that have one, else 0
 * @param custom the plugged-in test of {@link LevelTest#CUSTOM}, else empty
 */
public record Level(LevelTest test, double bound, Optional<CustomLevel> custom) {

    private static final Map<String, LevelTest> TESTS = Arrays.stream(LevelTest.values())
            .collect(Collectors.toUnmodifiableMap(LevelTest::word, Function.identity()));

    /**
     * Reads {@code test} or {@code test:bound}; empty if it is neither, the bound is out of the test's range, or no custom level of that
     * name is plugged in.
     */
    public static Optional<Level> parse(String text) {
        int colon = text.indexOf(':');
        LevelTest test = TESTS.get(colon < 0 ? text : text.substring(0, colon));
        if (test == null || colon < 0 && test.takesBound()) {
            return Optional.empty();
        }
        if (colon < 0) {
            return Optional.of(new Level(test, 0, Optional.empty()));
        }
        String given = text.substring(colon + 1);
        if (test == LevelTest.CUSTOM) {
            return CustomLevels.find(given).map(custom -> new Level(test, 0, Optional.of(custom)));
        }
        OptionalDouble bound = test.bound().parse(given);
        return bound.isEmpty() ? Optional.empty() : Optional.of(new Level(test, bound.getAsDouble(), Optional.empty()));
    }

    /** Every level that may be written, with an example of a bound where it needs one; the plugged-in ones by their names. */
    public static List<String> known() {
        return Arrays.stream(LevelTest.values()).flatMap(Level::examples).toList();
    }

    static Stream<String> examples(LevelTest test) {
        return test == LevelTest.CUSTOM
                ? CustomLevels.names().stream().map(name -> test.word() + ':' + name)
                : Stream.of(test.example());
    }
}
