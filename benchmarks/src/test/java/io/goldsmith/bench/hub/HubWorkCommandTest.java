package io.goldsmith.bench.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.bench.customers.Workplace;
import io.goldsmith.bench.figure.Figure;
import io.goldsmith.bench.figure.FigureList;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HubWorkCommandTest {

    @TempDir
    private Path folder;

    @Test
    void loadsUpdatesAndSearchesAHubAndTellsItsFigures() {
        Map<String, Double> figures;
        try (Workplace workplace = new Workplace(Optional.empty())) {
            HubFolder.write(folder, "jdbc:h2:file:./data/hub", "goldsmith", "goldsmith");
            figures = run(workplace.customers(600).customers());
        }
        assertThat(figures.get("records resolved")).isBetween(590.0, 600.0);
        assertThat(figures.get("golden records")).isBetween(200.0, 500.0);
        assertThat(figures)
                .containsKeys(
                        Batch.RATE, "stage land", "stage survive and publish", Upserts.RATE, Upserts.P99, Searches.P99);
    }

    private Map<String, Double> run(Path customers) {
        StringWriter out = new StringWriter();
        int exitCode = new CommandLine(new HubWorkCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(new StringWriter()))
                .execute(
                        "--config", folder.toString(),
                        "--customers", customers.toString(),
                        "--warm-up", "PT0.1S",
                        "--upserting", "PT0.3S",
                        "--searches", "30");
        assertThat(exitCode).isZero();
        FigureList figures = new FigureList(List.of());
        HubFigures.read(out.toString(), "", figures);
        return figures.figures().stream()
                .collect(Collectors.toMap(Figure::name, figure -> figure.value().orElseThrow()));
    }
}
