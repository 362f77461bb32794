package io.goldsmith.bench.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.bench.figure.BenchException;
import io.goldsmith.bench.figure.Figure;
import io.goldsmith.bench.figure.FigureList;
import io.goldsmith.bench.figure.Goal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HubFiguresTest {

    @Test
    void readsWhatItTold() {
        StringWriter out = new StringWriter();
        HubFigures told = new HubFigures(new PrintWriter(out));
        told.more("rate", 6_001.5, "records/s");
        told.less("p99", 51, "ms");
        FigureList figures = new FigureList(
                List.of(Goal.atLeast("a hub: rate", 6_000, "records/s"), Goal.atMost("a hub: p99", 50, "ms")));
        HubFigures.read(out.toString(), "a hub: ", figures);
        assertThat(figures.figures()).extracting(Figure::met).containsExactly(Optional.of(true), Optional.of(false));
    }

    @Test
    void refusesALineThatIsNoFigure() {
        assertThatThrownBy(() -> HubFigures.read("rate 5", "", new FigureList(List.of())))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("1 fields");
    }
}
