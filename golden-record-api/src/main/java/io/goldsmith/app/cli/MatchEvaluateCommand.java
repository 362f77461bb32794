package io.goldsmith.app.cli;

import io.goldsmith.matching.evaluate.ClusterFile;
import io.goldsmith.matching.evaluate.Evaluation;
import io.goldsmith.matching.evaluate.Labels;
import io.goldsmith.matching.evaluate.PairFile;
import io.goldsmith.matching.evaluate.ThresholdSweep;
import io.goldsmith.matching.evaluate.ThresholdSweep.Point;
import io.goldsmith.matching.report.EvaluationReport;
import io.goldsmith.matching.score.MatchWeight;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code match evaluate --labels L}, with {@code --clusters C.csv}, {@code --pairs P.csv} or both: compares them with labels. */
@CommandLine.Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Compares clusters or pairs, by whatever tool they were made, with labels.")
public final class MatchEvaluateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--clusters", paramLabel = "C.csv", description = "Clusters: id,cluster_id.")
    private Optional<Path> clusters = Optional.empty();

    @Option(
            names = "--labels",
            required = true,
            paramLabel = "FILE",
            description = "The truth: id,entity_id or left_id,right_id,match.")
    private Path labels;

    @Option(
            names = "--pairs",
            paramLabel = "P.csv",
            description = "Scored pairs (left_id,right_id,match_weight), to see what each threshold would come to.")
    private Optional<Path> pairs = Optional.empty();

    @Option(names = "--json", paramLabel = "OUT.json", description = "Writes the figures as JSON.")
    private Optional<Path> json = Optional.empty();

    @Override
    public Integer call() {
        if (clusters.isEmpty() && pairs.isEmpty()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Nothing to evaluate: name --clusters=C.csv, --pairs=P.csv or both.");
        }
        Optional<ClusterFile> file = clusters.map(ClusterFile::read);
        Optional<Labels> truth = file.map(known -> known.labels(labels));
        Optional<Evaluation> evaluation = file.flatMap(known -> truth.map(known::evaluate));
        Optional<ThresholdSweep> sweep = pairs.map(scored -> file.flatMap(
                        known -> truth.map(sure -> ThresholdSweep.of(known.pairs(scored), sure)))
                .orElseGet(() -> PairFile.sweep(scored, labels)));
        json.ifPresent(new EvaluationReport(evaluation, sweep)::writeJson);
        PrintWriter out = spec.commandLine().getOut();
        file.ifPresent(known -> line(out, "records   %,d", known.records()));
        evaluation.ifPresent(measured -> EvaluationLines.print(out, measured));
        sweep.ifPresent(known -> {
            line(out, "threshold  precision  recall  F1      (pairs as they stand; every bit)");
            for (Point point : known.points()) {
                if (Math.floorMod(point.weight(), MatchWeight.UNITS_PER_BIT) == 0) {
                    row(out, "", point);
                }
            }
            known.best().ifPresent(best -> row(out, "  best F1", best));
        });
        out.flush();
        return 0;
    }

    private static void row(PrintWriter out, String words, Point point) {
        line(
                out,
                "%9.1f  %.4f     %.4f  %.4f%s",
                MatchWeight.toBits(point.weight()),
                point.precision(),
                point.recall(),
                point.f1(),
                words);
    }

    private static void line(PrintWriter writer, String format, Object... arguments) {
        writer.println(String.format(Locale.ROOT, format, arguments));
    }
}
