package io.goldsmith.bench.accuracy;

import io.goldsmith.app.cli.ProgressLine;
import io.goldsmith.bench.customers.Workplace;
import io.goldsmith.bench.figure.FigureList;
import io.goldsmith.bench.figure.FigureOptions;
import io.goldsmith.bench.figure.Goal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench accuracy}: how well the clusters of labelled files agree with their labels. */
@CommandLine.Command(
        name = "accuracy",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Matches labelled files, each with the configuration of the repository and with the one that match suggest",
            "writes, and prints pairwise precision, recall and F1 and B-cubed F1 of the clusters."
        })
public final class AccuracyBenchCommand implements Callable<Integer> {

    private static final Path USUAL_DATA = Path.of("../shared/data");
    private static final long LANDSCAPE_RECORDS = 100_000;

    @Mixin
    private FigureOptions options = new FigureOptions();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "the folder of febrl1.csv, fake_1000.csv, … (default: ../shared/data)")
    private Path data = USUAL_DATA;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description =
                    "keeps the generated customers here, and takes those that are there (default: deleted at the end)")
    private Optional<Path> directory = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        options.check();
        if (!Files.isDirectory(data)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--data must name the folder of the labelled files, but there is none at \"" + data + "\".");
        }
        ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
        try (Workplace workplace = new Workplace(directory)) {
            List<LabelledData> wanted = new ArrayList<>(LabelledData.publicFiles(data));
            wanted.add(LabelledData.landscape(workplace.folder(LANDSCAPE_RECORDS)));
            FigureList figures = new FigureList(goals(wanted));
            List<LabelledData> there =
                    wanted.stream().filter(each -> isMeasured(each, progress)).toList();
            if (!options.quick()) {
                progress.announce("Generating the landscape, unless it is there…");
                workplace.customers(LANDSCAPE_RECORDS);
            }
            List<AccuracyRow> rows = measure(there, new AccuracyRuns(workplace, progress));
            rows.forEach(row -> row.addTo(figures));
            return options.finish(AccuracyTable.of(rows), figures.figures());
        }
    }

    private boolean isMeasured(LabelledData data, ProgressLine progress) {
        if (options.quick() && !data.isSmall()) {
            progress.announce("Not measured with --quick: " + data.name());
            return false;
        }
        if (data.isGiven() && !Files.isRegularFile(data.file())) {
            progress.announce("Not measured, since it is not there: " + data.file());
            return false;
        }
        return true;
    }

    private static List<Goal> goals(List<LabelledData> wanted) {
        List<Goal> goals = new ArrayList<>();
        for (LabelledData each : wanted) {
            goals.addAll(each.own().goals(AccuracyRow.clusters(each.name(), LabelledData.OWN)));
            goals.addAll(each.suggested().goals(AccuracyRow.clusters(each.name(), LabelledData.SUGGESTED)));
        }
        return goals;
    }

    private static List<AccuracyRow> measure(List<LabelledData> there, AccuracyRuns runs) {
        List<AccuracyRow> rows = new ArrayList<>();
        there.forEach(each -> rows.add(runs.own(each)));
        there.forEach(each -> rows.add(runs.suggested(each)));
        return rows;
    }
}
