package io.goldsmith.bench.match;

import io.goldsmith.app.cli.ProgressLine;
import io.goldsmith.bench.customers.Workplace;
import io.goldsmith.bench.figure.Figure;
import io.goldsmith.bench.figure.FigureList;
import io.goldsmith.bench.figure.FigureOptions;
import io.goldsmith.bench.figure.FigureTable;
import io.goldsmith.matching.run.CsvMatchResult;
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

/** {@code bench match}: the matching engine's speed and memory. */
@CommandLine.Command(
        name = "match",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures the matching engine: kernels by JMH, scoring beside commons-text, whole processes on generated",
            "customers, and single records against an index."
        })
public final class MatchBenchCommand implements Callable<Integer> {

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
    private Set<MatchPart> parts = EnumSet.allOf(MatchPart.class);

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        options.check();
        MatchScale scale = options.quick() ? MatchScale.QUICK : MatchScale.FULL;
        ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
        FigureList measured = new FigureList(MatchGoals.ALL);
        if (parts.contains(MatchPart.KERNELS)) {
            progress.announce("Measuring kernels by JMH…");
            new Kernels(options.quick()).measure(measured);
        }
        try (Workplace workplace = new Workplace(directory)) {
            // Before this process holds a large table itself.
            if (parts.contains(MatchPart.PROCESSES)) {
                new WholeRuns(workplace, progress).measure(scale, measured);
            }
            if (parts.contains(MatchPart.SCORING) || parts.contains(MatchPart.INDEX)) {
                measureInProcess(scale, workplace, progress, measured);
            }
        }
        List<Figure> figures = measured.figures();
        return options.finish(FigureTable.of(figures), figures);
    }

    private void measureInProcess(MatchScale scale, Workplace workplace, ProgressLine progress, FigureList measured) {
        progress.announce("Matching in this process, to compare with the truth…");
        CsvMatchResult result = new LabelledRuns(workplace).measure(scale.large(), measured);
        if (parts.contains(MatchPart.SCORING)) {
            progress.announce("Measuring how fast pairs are scored…");
            new ScoringRate(result, scale.rounds()).measure(measured);
        }
        if (parts.contains(MatchPart.INDEX)) {
            progress.announce("Looking single records up in an index…");
            new IndexSearch(result, scale.searches()).measure(measured);
        }
    }
}
