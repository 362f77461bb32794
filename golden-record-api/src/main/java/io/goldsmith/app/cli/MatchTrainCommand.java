package io.goldsmith.app.cli;

import io.goldsmith.matching.block.PairMode;
import io.goldsmith.matching.evaluate.ThresholdSweep;
import io.goldsmith.matching.evaluate.ThresholdSweep.Point;
import io.goldsmith.matching.model.ModelOrigin;
import io.goldsmith.matching.model.SavedModel;
import io.goldsmith.matching.run.CsvMatchSettings;
import io.goldsmith.matching.run.CsvTraining;
import io.goldsmith.matching.score.MatchWeight;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code match train FILE.csv… --config match.yaml --save-model OUT.json}: trains a match model, with labels or without. */
@CommandLine.Command(
        name = "train",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Trains a match model on CSV files and saves it; with labels, says which threshold they speak for.")
public final class MatchTrainCommand implements Callable<Integer> {

    private static final int DIGITS = 6;
    private static final int MOST_DECIMALS = 16;

    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE.csv", description = "CSV files with a header, UTF-8.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--config", required = true, paramLabel = "match.yaml", description = "Columns and matching.")
    private Path config;

    @Option(names = "--save-model", required = true, paramLabel = "OUT.json", description = "Where the model goes.")
    private Path saveModel;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = "Known matches (id,entity_id or left_id,right_id,match): m is counted among them.")
    private Optional<Path> labels = Optional.empty();

    @Option(
            names = "--precision",
            paramLabel = "P",
            description = "With --labels: the precision that automatic matches must have. Default: 0.99.")
    private double precision = 0.99;

    @Option(names = "--id", defaultValue = "id", paramLabel = "COLUMN", description = "The id column. Default: id.")
    private String id;

    @Option(names = "--ignore", paramLabel = "COLUMN", description = "A column that is not read; may be repeated.")
    private List<String> ignored = new ArrayList<>();

    @Option(names = "--threads", paramLabel = "N", description = "How many threads work. Default: all processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--seed", paramLabel = "S", description = "Chooses the pairs that are sampled. Default: 1.")
    private long seed = 1;

    /** Trains by the time of this machine. */
    public MatchTrainCommand() {
        this(Clock.systemUTC());
    }

    MatchTrainCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (threads < 1) {
            throw wrong("--threads must be at least 1, but is " + threads + ".");
        }
        if (!(precision > 0 && precision < 1)) {
            throw wrong("--precision must be between 0 and 1, but is " + precision + ".");
        }
        CsvTraining training = new CsvTraining(
                files,
                CsvMatchSettings.read(config),
                id,
                Set.copyOf(ignored),
                files.size() == 1 ? PairMode.DEDUPE : PairMode.LINK_AND_DEDUPE,
                threads,
                seed);
        ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
        CsvTraining.Outcome outcome = training.run(labels, progress::report);
        progress.clear();
        new SavedModel(outcome.model(), Optional.of(origin(outcome))).save(saveModel);
        PrintWriter out = spec.commandLine().getOut();
        line(out, "records     %,d", outcome.records());
        line(out, "prior       1 match in %,.0f pairs", 1 / outcome.model().prior());
        outcome.model()
                .rivals()
                .forEach(rival ->
                        line(out, "%-11s 1 in %,.0f pairs", rival.rival().word(), 1 / rival.prior()));
        new TrainingLines(outcome.diagnostics()).printAll(out);
        outcome.sweep().ifPresent(sweep -> thresholds(out, sweep));
        line(out, "model       %s", saveModel);
        out.flush();
        return 0;
    }

    private ModelOrigin origin(CsvTraining.Outcome outcome) {
        return new ModelOrigin(
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                Goldsmith.VERSION,
                outcome.files(),
                seed,
                outcome.labels(),
                outcome.diagnostics());
    }

    private void thresholds(PrintWriter out, ThresholdSweep sweep) {
        sweep.best().ifPresent(best -> line(out, "best F1     %s", text(best)));
        Optional<Point> lowest = sweep.lowestFor(precision);
        lowest.ifPresentOrElse(
                point -> {
                    line(out, "precision   at least %.4f from here on: %s", precision, text(point));
                    line(out, "match.yaml  thresholds: {automatic: %s}", probability(point));
                },
                () -> line(
                        out,
                        "precision   no threshold reaches %.4f at 95 %% confidence: give more labels, or ask for less.",
                        precision));
    }

    private static String text(Point point) {
        return String.format(
                Locale.ROOT,
                "%.1f bits (probability %s), precision %.4f (at least %.4f), recall %.4f, F1 %.4f",
                MatchWeight.toBits(point.weight()),
                probability(point),
                point.precision(),
                point.leastPrecision(),
                point.recall(),
                point.f1());
    }

    /** With as many digits as tell it from 1, which no threshold may be; rounded down, so that the point itself is above it. */
    private static String probability(Point point) {
        double rest = MatchWeight.toProbability(-point.weight());
        int decimals = Math.min(MOST_DECIMALS, DIGITS + (int) Math.ceil(-Math.log10(rest)));
        return new BigDecimal(MatchWeight.toProbability(point.weight()))
                .setScale(decimals, RoundingMode.FLOOR)
                .toPlainString();
    }

    private static void line(PrintWriter writer, String format, Object... arguments) {
        writer.println(String.format(Locale.ROOT, format, arguments));
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
