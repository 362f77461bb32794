package io.goldsmith.app.cli;

import io.goldsmith.matching.block.PairMode;
import io.goldsmith.matching.evaluate.Evaluation;
import io.goldsmith.matching.evaluate.Labels;
import io.goldsmith.matching.model.ModelOrigin;
import io.goldsmith.matching.model.SavedModel;
import io.goldsmith.matching.model.TrainingDiagnostics;
import io.goldsmith.matching.report.MatchReport;
import io.goldsmith.matching.run.CsvMatch;
import io.goldsmith.matching.run.CsvMatchResult;
import io.goldsmith.matching.run.CsvMatchSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code match FILE.csv… --config match.yaml}: deduplicates or links CSV files with no database. */
@CommandLine.Command(
        name = "match",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        subcommands = {MatchSuggestCommand.class, MatchTrainCommand.class, MatchEvaluateCommand.class},
        description = "Finds the records of CSV files that are the same customer, with no database.")
public final class MatchCommand implements Command {

    private final Clock clock;

    @Spec
    private CommandSpec spec;

    // Files and --config are asked for in call(): picocli would ask for them before every subcommand too.
    @Parameters(arity = "0..*", paramLabel = "FILE.csv", description = "CSV files with a header, UTF-8.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--config", paramLabel = "match.yaml", description = "Columns and matching; required.")
    private Optional<Path> config = Optional.empty();

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description =
                    "Pairs within files (dedupe), across files (link) or both (link-and-dedupe). Default: dedupe for"
                            + " one file, link-and-dedupe for several.")
    private Optional<String> mode = Optional.empty();

    @Option(names = "--id", defaultValue = "id", paramLabel = "COLUMN", description = "The id column. Default: id.")
    private String id;

    @Option(names = "--ignore", paramLabel = "COLUMN", description = "A column that is not read; may be repeated.")
    private List<String> ignored = new ArrayList<>();

    @Option(names = "--model", paramLabel = "FILE.json", description = "A match model that was saved before.")
    private Optional<Path> model = Optional.empty();

    @Option(names = "--save-model", paramLabel = "FILE.json", description = "Saves the match model that was applied.")
    private Optional<Path> saveModel = Optional.empty();

    @Option(names = "--threads", paramLabel = "N", description = "How many threads score. Default: all processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Chooses the pairs to train on and the report's samples. Default: 1.")
    private long seed = 1;

    @Option(names = "--clusters", paramLabel = "OUT.csv", description = "Writes id,cluster_id.")
    private Optional<Path> clusters = Optional.empty();

    @Option(names = "--pairs", paramLabel = "OUT.csv", description = "Writes the pairs from the review threshold on.")
    private Optional<Path> pairs = Optional.empty();

    @Option(names = "--report", paramLabel = "OUT.json", description = "Writes what was done as JSON.")
    private Optional<Path> report = Optional.empty();

    @Option(names = "--report-html", paramLabel = "OUT.html", description = "Writes a page to look at.")
    private Optional<Path> reportHtml = Optional.empty();

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = "The truth (id,entity_id or left_id,right_id,match) to compare the clusters with.")
    private Optional<Path> labels = Optional.empty();

    /** Trains by the time of this machine. */
    public MatchCommand() {
        this(Clock.systemUTC());
    }

    MatchCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (files.isEmpty()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Missing files: name at least one FILE.csv to match.");
        }
        if (threads < 1) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--threads must be at least 1, but is " + threads + ".");
        }
        Optional<SavedModel> known = model.map(SavedModel::load);
        CsvMatch match = new CsvMatch(
                files,
                CsvMatchSettings.read(config.orElseThrow(() -> new CommandLine.ParameterException(
                        spec.commandLine(),
                        "Missing required option: --config=match.yaml; match suggest writes one to start from."))),
                id,
                Set.copyOf(ignored),
                known.map(SavedModel::model),
                pairMode(),
                threads,
                seed);
        long start = System.nanoTime();
        ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
        CsvMatchResult result = match.run(progress::report);
        double seconds = (System.nanoTime() - start) / 1e9;
        progress.clear();
        clusters.ifPresent(result::writeClusters);
        pairs.ifPresent(result::writePairs);
        Optional<ModelOrigin> trained = known.isPresent()
                ? known.flatMap(SavedModel::trained)
                : result.diagnostics().map(told -> origin(result, told));
        saveModel.ifPresent(new SavedModel(result.matching().model(), trained)::save);
        Optional<Labels> truth = labels.map(file -> Labels.read(file, result.table(), match.sourceOf(file)));
        Optional<Evaluation> evaluation = truth.map(read -> read.evaluate(result.clusters()));
        if (report.isPresent() || reportHtml.isPresent()) {
            MatchReport written = result.report(truth, trained.map(ModelOrigin::diagnostics), seed);
            report.ifPresent(written::writeJson);
            reportHtml.ifPresent(written::writeHtml);
        }
        MatchSummary summary = new MatchSummary(result, progress, seconds, evaluation);
        summary.print(spec.commandLine().getOut(), spec.commandLine().getErr());
        return 0;
    }

    private ModelOrigin origin(CsvMatchResult result, TrainingDiagnostics diagnostics) {
        return new ModelOrigin(
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                Goldsmith.VERSION,
                result.files(),
                seed,
                OptionalLong.empty(),
                diagnostics);
    }

    private PairMode pairMode() {
        if (mode.isEmpty()) {
            return files.size() == 1 ? PairMode.DEDUPE : PairMode.LINK_AND_DEDUPE;
        }
        for (PairMode known : PairMode.values()) {
            if (known.word().equals(mode.get())) {
                return known;
            }
        }
        throw new CommandLine.ParameterException(
                spec.commandLine(), "--mode must be dedupe, link or link-and-dedupe, but is \"" + mode.get() + "\".");
    }
}
