package io.goldsmith.bench.customers;

import io.goldsmith.matching.block.PairMode;
import io.goldsmith.matching.evaluate.Evaluation;
import io.goldsmith.matching.evaluate.Labels;
import io.goldsmith.matching.run.CsvMatch;
import io.goldsmith.matching.run.CsvMatchResult;
import io.goldsmith.matching.run.CsvMatchSettings;
import io.goldsmith.matching.run.MatchProgress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The matching of one labelled file in this process.
 *
 * @param result what came out
 * @param labels the truth
 * @param evaluation how well the clusters agree with it
 * @param seconds from reading to clusters
 */
public record LabelledMatch(CsvMatchResult result, Labels labels, Evaluation evaluation, double seconds) {

    private static final long SEED = 1;

    /** Matches a file as the command {@code match} does, and compares the clusters with the labels. */
    public static LabelledMatch run(Path file, Path labels, Path configuration, PairMode mode) {
        long start = System.nanoTime();
        CsvMatchResult result = new CsvMatch(
                        List.of(file),
                        CsvMatchSettings.read(configuration),
                        "id",
                        Set.of(),
                        Optional.empty(),
                        mode,
                        Runtime.getRuntime().availableProcessors(),
                        SEED)
                .run(MatchProgress.NONE);
        double seconds = (System.nanoTime() - start) / 1e9;
        Labels truth = Labels.read(labels, result.table(), "");
        return new LabelledMatch(result, truth, truth.evaluate(result.clusters()), seconds);
    }
}
