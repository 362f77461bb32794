package io.goldsmith.bench.hub;

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

/** {@code bench hub}: the hub's speed and memory. */
@CommandLine.Command(
        name = "hub",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures the hub on PostgreSQL and on H2: a batch from landing to golden records beside a bare COPY of the same",
            "rows, then upserts by eight writers and searches, each hub in a process of its own with a heap of 2 GiB."
        })
public final class HubBenchCommand implements Callable<Integer> {

    @Mixin
    private FigureOptions options = new FigureOptions();

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description =
                    "keeps the generated customers here, and takes those that are there (default: deleted at the end)")
    private Optional<Path> directory = Optional.empty();

    @Option(
            names = "--on",
            paramLabel = "DATABASE",
            description = "measures only on this database, one of ${COMPLETION-CANDIDATES}; may be repeated")
    private Set<HubDatabase> databases = EnumSet.allOf(HubDatabase.class);

    @Option(
            names = "--records",
            paramLabel = "N",
            description = "loads so many records instead of a hundred thousand and a million; may be repeated")
    private List<Long> loads = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        options.check();
        HubScale scale = options.quick() ? HubScale.QUICK : HubScale.FULL;
        ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
        FigureList measured = new FigureList(HubGoals.ALL);
        try (Workplace workplace = new Workplace(directory)) {
            HubRuns runs = new HubRuns(workplace, scale, progress, measured);
            for (HubDatabase database : databases) {
                (loads.isEmpty() ? scale.loads() : loads).forEach(records -> runs.measure(database, records));
            }
        }
        List<Figure> figures = measured.figures();
        return options.finish(FigureTable.of(figures), figures);
    }
}
