package io.goldsmith.app.cli;

import io.goldsmith.matching.block.BlockingStatistics;
import io.goldsmith.matching.cluster.ScoredPairs;
import io.goldsmith.matching.evaluate.Evaluation;
import io.goldsmith.matching.run.CsvMatchResult;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a match came to, in a few lines.
 *
 * @param result what came out
 * @param stages how long each stage took
 * @param seconds how long it all took, from reading to clusters
 * @param evaluation how well the clusters agree with labels, if there are any
 */
record MatchSummary(CsvMatchResult result, ProgressLine stages, double seconds, Optional<Evaluation> evaluation) {

    /** Prints results to {@code out}, what was left out to {@code err}. */
    void print(PrintWriter out, PrintWriter err) {
        int records = result.table().size();
        BlockingStatistics blocking = result.pairs().statistics();
        line(
                out,
                "stages    %s",
                Stream.of("read", "train", "block", "score", "cluster")
                        .map(stage -> String.format(Locale.ROOT, "%s %.1f s", stage, stages.seconds(stage)))
                        .collect(Collectors.joining(", ")));
        line(out, "records   %,d in %.1f s (%,.0f records/s)", records, seconds, records / seconds);
        line(
                out,
                "pairs     %,d compared (%,.0f pairs/s), %,d matches, %,d to review",
                blocking.comparedPairs(),
                blocking.comparedPairs() / Math.max(0.001, stages.seconds("score")),
                matches(),
                result.pairs().size() - matches());
        line(out, "clusters  %,d", result.clusterCount());
        evaluation.ifPresent(measured -> EvaluationLines.print(out, measured));
        out.flush();
        leftOut(err, blocking);
    }

    private void leftOut(PrintWriter err, BlockingStatistics blocking) {
        result.firstRejectedLines().forEach(err::println);
        if (result.rejectedLines() > 0) {
            line(err, "%,d lines were left out; mend and match again.", result.rejectedLines());
        }
        result.valueProblems().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(problem -> line(err, "%,d values left out: %s", problem.getValue(), problem.getKey()));
        if (blocking.givenUpPairs() > 0) {
            line(
                    err,
                    "%,d pairs were given up in blocks above max-block-size; refine the rules that the report names.",
                    blocking.givenUpPairs());
        }
        if (blocking.outgrownBlocks() > 0) {
            line(
                    err,
                    "%,d blocks have outgrown max-block-size since the model was trained; train a new model to refine them.",
                    blocking.outgrownBlocks());
        }
        result.diagnostics().ifPresent(diagnostics -> new TrainingLines(diagnostics).printWarnings(err));
        err.flush();
    }

    private long matches() {
        ScoredPairs pairs = result.pairs();
        int automatic = result.matching().thresholds().automatic();
        long matches = 0;
        for (int pair = 0; pair < pairs.size(); pair++) {
            matches += pairs.weight(pair) >= automatic ? 1 : 0;
        }
        return matches;
    }

    private static void line(PrintWriter writer, String format, Object... arguments) {
        writer.println(String.format(Locale.ROOT, format, arguments));
    }
}
