package io.goldsmith.bench.connect;

import io.goldsmith.app.cli.ProgressLine;
import io.goldsmith.bench.customers.Workplace;
import io.goldsmith.bench.figure.Figure;
import io.goldsmith.bench.figure.FigureList;
import io.goldsmith.bench.figure.FigureOptions;
import io.goldsmith.bench.figure.FigureTable;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench connect}: how fast rows come in, and how soon a change is where it belongs. */
@CommandLine.Command(
        name = "connect",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures connectors on PostgreSQL: the extraction of five million rows to landed records beside the same read and a",
            "bare insert of the same rows, each hub in a process of its own with a heap of half a GiB; then the time from a change in",
            "a source to the last of two targets, at a hundred changes a second."
        })
public final class ConnectBenchCommand implements Callable<Integer> {

    @Mixin
    private FigureOptions options = new FigureOptions();

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description =
                    "keeps the generated customers here, and takes those that are there (default: deleted at the end)")
    private Optional<Path> directory = Optional.empty();

    @Option(
            names = "--part",
            paramLabel = "PART",
            description = "measures only this part, one of ${COMPLETION-CANDIDATES}; may be repeated")
    private Set<ConnectPart> parts = EnumSet.allOf(ConnectPart.class);

    @Option(names = "--rows", paramLabel = "N", description = "extracts so many rows instead of five million")
    private Optional<Long> rows = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        options.check();
        ConnectScale scale = options.quick() ? ConnectScale.QUICK : ConnectScale.FULL;
        if (rows.isPresent()) {
            scale = scale.ofRows(rows.get());
        }
        ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
        FigureList measured = new FigureList(ConnectGoals.all());
        try (Workplace workplace = new Workplace(directory)) {
            // First: afterwards the disk still writes gigabytes of rows, and each commit waits for it.
            if (parts.contains(ConnectPart.CHANGES)) {
                new ChangeTimes(workplace, scale, progress, measured).measure();
            }
            ConnectRuns runs = new ConnectRuns(workplace, scale, progress, measured);
            if (parts.contains(ConnectPart.JDBC)) {
                runs.measure(Extracted.JDBC);
            }
            if (parts.contains(ConnectPart.CSV)) {
                runs.measure(Extracted.CSV);
            }
        }
        List<Figure> figures = measured.figures();
        return options.finish(FigureTable.of(figures), figures);
    }
}
