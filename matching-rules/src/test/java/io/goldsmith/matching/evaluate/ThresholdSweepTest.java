package io.goldsmith.matching.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goldsmith.matching.cluster.ScoredPairs;
import io.goldsmith.matching.evaluate.ThresholdSweep.Point;
import it.unimi.dsi.fastutil.longs.Long2BooleanOpenHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdSweepTest {

    /** Pairs of row 0 that match down to 5 bits, and do not from there on; one more match was never scored. */
    private static ThresholdSweep sweep(int right, int wrong) {
        ScoredPairs.Builder pairs = ScoredPairs.builder();
        Long2BooleanOpenHashMap labels = new Long2BooleanOpenHashMap();
        for (int row = 1; row <= right + wrong; row++) {
            pairs.add(0, row, row <= right ? 90_000 : 45_678);
            labels.put(PairLabels.pair(0, row), row <= right);
        }
        pairs.add(0, 9999, 100_000);
        labels.put(PairLabels.pair(5, 9999), true);
        return ThresholdSweep.of(pairs.build(), new PairLabels(labels));
    }

    @Test
    void countsWhatEachThresholdWouldComeTo() {
        ThresholdSweep sweep = sweep(8, 2);
        assertThat(sweep.matches()).isEqualTo(9);
        assertThat(sweep.points()).containsExactly(new Point(90_000, 8, 0, 1), new Point(45_000, 8, 2, 1));
        assertThat(sweep.points().get(1).precision()).isEqualTo(0.8);
        assertThat(sweep.points().get(0).recall()).isCloseTo(8.0 / 9, within(1e-12));
        assertThat(sweep.best()).contains(sweep.points().get(0));
    }

    @Test
    void promisesNoMoreThanTheLabelsProve() {
        assertThat(sweep(8, 0).lowestFor(0.99))
                .as("eight of eight prove little")
                .isEmpty();
        assertThat(sweep(1000, 0).lowestFor(0.99)).map(Point::weight).contains(90_000);
        assertThat(sweep(1000, 1).lowestFor(0.99)).map(Point::weight).contains(45_000);
        assertThat(sweep(1000, 50).lowestFor(0.99)).map(Point::weight).contains(90_000);
    }

    @ParameterizedTest(name = "{0} of {1}: at least {2}")
    @CsvSource({
        "0, 0, 0, nothing is known",
        "10, 10, 0.7225, as Wilson's formula gives by hand: n / (n + z * z)",
        "81, 100, 0.7222, a worked example of textbooks",
        "0, 10, 0, none was right"
    })
    void boundsAShareFromBelow(long hits, long samples, double least, String why) {
        assertThat(WilsonInterval.lowerBound(hits, samples)).as(why).isCloseTo(least, within(5e-4));
    }
}
