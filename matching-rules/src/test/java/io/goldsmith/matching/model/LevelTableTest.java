package io.goldsmith.matching.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goldsmith.matching.model.PatternCounts.Pattern;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelTableTest {

    /** A table of two comparisons of two levels each, and two pairs more where one value is missing. */
    private static LevelTable table(int bothAgree, int oneAgrees, int otherAgrees, int bothDiffer) {
        Pattern[] patterns = {
            pattern(0, 0, bothAgree),
            pattern(0, 1, oneAgrees),
            pattern(1, 0, otherAgrees),
            pattern(1, 1, bothDiffer),
            pattern(-1, 0, 1),
            pattern(1, -1, 1)
        };
        double[] expected = Arrays.stream(patterns).mapToDouble(Pattern::pairs).toArray();
        return LevelTable.of(patterns, expected, 0, 1, new int[] {2, 2});
    }

    private static Pattern pattern(int one, int other, int pairs) {
        return new Pattern(LevelPattern.bits(0, one) | LevelPattern.bits(1, other), 0, pairs);
    }

    @ParameterizedTest(name = "{5}")
    @CsvSource({
        "500, 0, 0, 500, 0.9993, the same twice: one bit less a chance of 1/2000 ln 2",
        "400, 100, 100, 400, 0.2774, four in five together: 1 - H(0.2) bits",
        "250, 250, 250, 250, 0, nothing to do with each other",
        "100, 0, 0, 0, 0, never anything but agreeing",
        "0, 0, 0, 0, 0, no pair with both values"
    })
    void sharesWhatTheLiteratureSays(
            int bothAgree, int oneAgrees, int otherAgrees, int bothDiffer, double share, String why) {
        assertThat(table(bothAgree, oneAgrees, otherAgrees, bothDiffer).sharedPart())
                .as(why)
                .isCloseTo(share, within(0.0001));
    }

    @Test
    void tellsAgreeingTogetherFromAgreeingInstead() {
        assertThat(table(400, 100, 100, 400).agreesTogether()).isTrue();
        assertThat(table(100, 400, 400, 100).agreesTogether()).isFalse();
        assertThat(table(400, 100, 100, 400).pairsBeyondIndependence()).isCloseTo(300, within(1e-9));
    }

    @Property
    void sharesAPartFromNoneToAllWhicheverComesFirst(
            @ForAll @IntRange(max = 9999) int bothAgree,
            @ForAll @IntRange(max = 9999) int oneAgrees,
            @ForAll @IntRange(max = 9999) int otherAgrees,
            @ForAll @IntRange(max = 9999) int bothDiffer) {
        LevelTable table = table(bothAgree, oneAgrees, otherAgrees, bothDiffer);
        LevelTable turned = table(bothAgree, otherAgrees, oneAgrees, bothDiffer);
        assertThat(table.sharedPart()).isBetween(0.0, 1.0).isCloseTo(turned.sharedPart(), within(1e-9));
        assertThat(table.rowEntropy()).isCloseTo(turned.columnEntropy(), within(1e-12));
    }
}
