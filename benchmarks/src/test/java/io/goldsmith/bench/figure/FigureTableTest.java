package io.goldsmith.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTableTest {

    @Test
    void showsValueUnitTargetAndWhetherItIsMet() {
        FigureList list = new FigureList(List.of(
                Goal.atMost("whole process", 20, "s"),
                Goal.atLeast("pairs compared", 10_000_000, "pairs"),
                Goal.atMost("median", 0.5, "ms")));
        list.less("whole process", 14.25, "s");
        list.more("pairs compared", 9_999_999, "pairs");
        list.less("peak memory", 1934.4, "MiB");
        String table = FigureTable.of(list.figures());
        assertThat(table.lines())
                .containsExactly(
                        "figure                         value  unit                target  met",
                        "whole process                  14.25  s                     ≤ 20  yes",
                        "pairs compared             9,999,999  pairs         ≥ 10,000,000  NO",
                        "peak memory                    1,934  MiB                         ",
                        "median                             -  ms                   ≤ 0.5  not measured");
    }

    @ParameterizedTest(name = "{0} is shown as {1}")
    @CsvSource({"0.1983, 0.1983", "17.994, 17.99", "476.04, 476.0", "'279996', '279,996'", "0, 0.0000"})
    void aNumberHasAsManyDecimalsAsItsSizeLeavesRoomFor(double value, String text) {
        assertThat(FigureTable.number(value)).isEqualTo(text);
    }
}
