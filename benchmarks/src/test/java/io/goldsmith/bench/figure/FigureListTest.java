package io.goldsmith.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureListTest {

    @ParameterizedTest(name = "{0} of {1} with {2} as target: met {3}")
    @CsvSource({
        "19.9, LOWER, 20, true",
        "20, LOWER, 20, true",
        "20.1, LOWER, 20, false",
        "1.1, HIGHER, 1, true",
        "1, HIGHER, 1, true",
        "0.9, HIGHER, 1, false"
    })
    void holdsAFigureAgainstTheGoalOfItsName(double value, Better better, double target, boolean met) {
        FigureList list = new FigureList(List.of(new Goal("time", "s", better, target)));
        list.add("time", value, "s", better);
        assertThat(list.figures())
                .singleElement()
                .isEqualTo(new Figure(
                        "time", OptionalDouble.of(value), "s", better, OptionalDouble.of(target), Optional.of(met)));
    }

    @Test
    void listsGoalsThatWereNotMeasuredBehindWhatWas() {
        FigureList list = new FigureList(List.of(Goal.atMost("later", 5, "ms"), Goal.atLeast("rate", 10, "1/s")));
        list.less("shown", 3, "s");
        list.more("rate", 12, "1/s");
        assertThat(list.figures()).extracting(Figure::name).containsExactly("shown", "rate", "later");
        assertThat(list.figures())
                .extracting(Figure::met)
                .containsExactly(Optional.empty(), Optional.of(true), Optional.empty());
    }

    @Test
    void aFailureMissesTheGoalsOfItsNameAndNoOthers() {
        FigureList list =
                new FigureList(List.of(Goal.atMost("match 5: s", 1, "s"), Goal.atMost("match 50: s", 1, "s")));
        list.failed("match 5: ");
        assertThat(list.figures()).extracting(Figure::met).containsExactly(Optional.of(false), Optional.empty());
        assertThat(list.figures().get(0).value()).isEmpty();
    }

    @Test
    void aGoalInAnotherUnitIsAMistake() {
        FigureList list = new FigureList(List.of(Goal.atMost("time", 1, "s")));
        assertThatThrownBy(() -> list.less("time", 900, "ms"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"time\" is in s");
    }
}
