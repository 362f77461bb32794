package io.goldsmith.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FigureFileTest {

    @TempDir
    private Path folder;

    @Test
    void writesEveryFigureWithNullForWhatWasNotMeasured() {
        FigureList list = new FigureList(List.of(Goal.atMost("time", 20, "s"), Goal.atLeast("rate", 1_000, "1/s")));
        list.less("time", 21.5, "s");
        list.more("ratio", 3.25, "times");
        Path file = folder.resolve("figures.json");
        FigureFile.write(file, list.figures());
        JsonNode written = JsonMapper.shared().readTree(file);
        JsonNode expected = JsonMapper.shared().readTree("""
                {"figures": [
                  {"name": "time", "value": 21.5, "unit": "s", "target": 20.0, "better": "lower", "met": false},
                  {"name": "ratio", "value": 3.25, "unit": "times", "target": null, "better": "higher", "met": null},
                  {"name": "rate", "value": null, "unit": "1/s", "target": 1000.0, "better": "higher", "met": null}]}
                """);
        assertThat(written).isEqualTo(expected);
    }

    @Test
    void saysWhereItCannotWrite() {
        Path nowhere = folder.resolve("missing/figures.json");
        assertThatThrownBy(() -> FigureFile.write(nowhere, List.of()))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("missing/figures.json");
    }
}
