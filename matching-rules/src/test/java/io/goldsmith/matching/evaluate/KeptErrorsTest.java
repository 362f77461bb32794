package io.goldsmith.matching.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.evaluate.LabelledError.Cause;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeptErrorsTest {

    private static LabelledError error(int left, int right, int weight) {
        return new LabelledError(left, right, weight, Cause.MATCHED);
    }

    private static List<LabelledError> first(KeptErrors kept, int most, int... clusters) {
        kept.add(error(2, 3, 50));
        kept.add(error(0, 1, 90));
        kept.add(error(0, 2, 70));
        kept.add(error(4, 5, 70));
        return kept.first(most, clusters);
    }

    @Test
    void answersTheHeaviestFirstAndEachClusterOnce() {
        assertThat(first(KeptErrors.heaviest(), 3, 0, 1, 2, 3, 4, 5))
                .as("(0, 2) speaks of the cluster of (0, 1) again")
                .containsExactly(error(0, 1, 90), error(4, 5, 70), error(2, 3, 50));
        assertThat(first(KeptErrors.heaviest(), 3, 0, 1, 0, 1, 4, 5)).containsExactly(error(0, 1, 90), error(4, 5, 70));
    }

    @Test
    void answersTheLightestFirstAndNoMoreThanWanted() {
        assertThat(first(KeptErrors.lightest(), 2, 0, 1, 2, 3, 4, 5))
                .as("of equal weights the smaller rows come first")
                .containsExactly(error(2, 3, 50), error(4, 5, 70));
    }

    @Test
    void forgetsNoneOfTheFirstHoweverManyFollow() {
        KeptErrors kept = KeptErrors.heaviest();
        IntStream.range(0, 150_000).forEach(row -> kept.add(error(2 * row, 2 * row + 1, row % 75_000)));
        int[] clusters = IntStream.range(0, 300_000).toArray();
        assertThat(kept.first(3, clusters)).extracting(LabelledError::weight).containsExactly(74_999, 74_999, 74_998);
    }
}
