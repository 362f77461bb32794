package io.goldsmith.matching.model;

import io.goldsmith.matching.block.PairMode;
import io.goldsmith.matching.model.ComparisonProbabilities.LevelProbabilities;
import io.goldsmith.matching.model.PatternCounts.Pattern;
import io.goldsmith.matching.model.TrainingDiagnostics.ComparisonDiagnostics;
import io.goldsmith.matching.record.RecordTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Trains a match model with pairs that are known to match: m is how often each level is seen among them, drawn towards what training without
 * labels finds as if that were twenty pairs more (a Dirichlet prior), so that few labels do not make a level impossible. All else is as
 * {@link Training} finds it, since labelled pairs tell nothing of how often strangers agree.
 */
public final class LabelledTraining {

    private static final double PSEUDO_PAIRS = 20;

    private final RecordTable table;
    private final MatchSettings settings;
    private final PairMode mode;
    private final long seed;

    /**
     * A training on one table.
     *
     * @param mode which pairs are looked at to find u
     * @param seed chooses the pairs that are sampled
     */
    public LabelledTraining(RecordTable table, MatchSettings settings, PairMode mode, long seed) {
        this.table = Objects.requireNonNull(table, "table");
        this.settings = Objects.requireNonNull(settings, "settings");
        this.mode = Objects.requireNonNull(mode, "mode");
        this.seed = seed;
    }

    /**
     * The model, and what training told with what labels show beside it; the same table, settings, seed and pairs in any order give the same model.
     *
     * @param lefts one row of each pair that matches
     * @param rights the other row of each, in the same order
     */
    public TrainedModel train(int[] lefts, int[] rights) {
        if (lefts.length != rights.length) {
            throw new IllegalArgumentException(
                    "Expected two rows for each pair, but found " + lefts.length + " and " + rights.length + ".");
        }
        Training training = new Training(table, settings, mode, seed);
        TrainedModel trained = training.train();
        MatchModel unlabelled = trained.model();
        Pattern[] patterns = new PatternCounting(training.rows())
                .count(lefts.length, pair -> lefts[pair], pair -> rights[pair])
                .sorted();
        List<ComparisonProbabilities> comparisons = new ArrayList<>();
        List<ComparisonDiagnostics> diagnostics = new ArrayList<>();
        for (int comparison = 0; comparison < unlabelled.comparisons().size(); comparison++) {
            long[] counts = counts(patterns, comparison);
            ComparisonProbabilities labelled = labelled(unlabelled.comparisons().get(comparison), counts);
            comparisons.add(labelled);
            diagnostics.add(labelled(trained.diagnostics().comparisons().get(comparison), labelled, counts));
        }
        MatchModel model = new MatchModel(
                unlabelled.prior(),
                comparisons,
                unlabelled.rivals(),
                unlabelled.termFrequencies(),
                unlabelled.placeholders(),
                unlabelled.refinement());
        return new TrainedModel(model, trained.diagnostics().with(diagnostics));
    }

    /** What the comparison tells of a match under its new m; a level that labels show was seen in a match. */
    private static ComparisonDiagnostics labelled(
            ComparisonDiagnostics before, ComparisonProbabilities labelled, long[] counts) {
        List<String> unseen = IntStream.range(0, counts.length)
                .filter(level -> counts[level] == 0)
                .mapToObj(level -> labelled.levels().get(level).level())
                .filter(before.unseenInMatches()::contains)
                .toList();
        return new ComparisonDiagnostics(
                before.comparison(),
                DiagnosticsGathering.bits(labelled.levels()),
                before.filled(),
                before.unseenInRandomPairs(),
                unseen);
    }

    /** How many pairs show each level of a comparison. */
    private long[] counts(Pattern[] patterns, int comparison) {
        long[] counts = new long[settings.comparisons().get(comparison).levels().size()];
        for (Pattern pattern : patterns) {
            int level = pattern.level(comparison);
            if (level >= 0) {
                counts[level] += pattern.pairs();
            }
        }
        return counts;
    }

    private static ComparisonProbabilities labelled(ComparisonProbabilities before, long[] counts) {
        long pairs = 0;
        for (long count : counts) {
            pairs += count;
        }
        List<LevelProbabilities> levels = new ArrayList<>();
        for (int level = 0; level < counts.length; level++) {
            LevelProbabilities known = before.levels().get(level);
            double m = (counts[level] + PSEUDO_PAIRS * known.m()) / (pairs + PSEUDO_PAIRS);
            levels.add(new LevelProbabilities(known.level(), m, known.u()));
        }
        return new ComparisonProbabilities(before.comparison(), levels);
    }
}
