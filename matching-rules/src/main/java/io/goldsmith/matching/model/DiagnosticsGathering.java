package io.goldsmith.matching.model;

import io.goldsmith.matching.compare.ComparisonSettings;
import io.goldsmith.matching.compare.LevelSettings;
import io.goldsmith.matching.model.ComparisonProbabilities.LevelProbabilities;
import io.goldsmith.matching.model.PatternCounts.Pattern;
import io.goldsmith.matching.model.TrainingDiagnostics.Among;
import io.goldsmith.matching.model.TrainingDiagnostics.ComparisonDiagnostics;
import io.goldsmith.matching.model.TrainingDiagnostics.Convergence;
import io.goldsmith.matching.model.TrainingDiagnostics.DependentComparisons;
import io.goldsmith.matching.model.TrainingDiagnostics.PairsLookedAt;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Gathers what a training tells of itself from what its estimate has counted, without a look at another pair. */
final class DiagnosticsGathering {

    private static final double HALF_A_PAIR = 0.5;

    private final List<ComparisonSettings> comparisons;
    private final MatchModel model;
    private final ExpectationMaximisation estimate;
    private final Pattern[] random;
    private final Pattern[] candidates;
    private final double[] matches;

    /**
     * A gathering from a finished estimate.
     *
     * @param model the model that it makes
     * @param random the patterns of the random pairs
     * @param candidates the patterns of the sampled candidate pairs
     */
    DiagnosticsGathering(
            List<ComparisonSettings> comparisons,
            MatchModel model,
            ExpectationMaximisation estimate,
            Pattern[] random,
            Pattern[] candidates) {
        this.comparisons = comparisons;
        this.model = model;
        this.estimate = estimate;
        this.random = random;
        this.candidates = candidates;
        this.matches = estimate.expectation().matches(candidates);
    }

    /**
     * The diagnostics.
     *
     * @param candidateWeight how many candidate pairs each sampled one stands for
     */
    TrainingDiagnostics diagnostics(long candidateWeight) {
        return new TrainingDiagnostics(
                new Convergence(estimate.converged(), estimate.iterations(), Rounded.digits(estimate.lastChange(), 2)),
                new PairsLookedAt(
                        pairs(random),
                        pairs(candidates),
                        candidateWeight,
                        Rounded.decimals(Arrays.stream(matches).sum(), 1)),
                IntStream.range(0, comparisons.size())
                        .mapToObj(this::comparison)
                        .toList(),
                dependences());
    }

    private static long pairs(Pattern[] patterns) {
        return Arrays.stream(patterns).mapToLong(Pattern::pairs).sum();
    }

    private List<DependentComparisons> dependences() {
        DependenceSearch search = new DependenceSearch(comparisons);
        return Stream.concat(
                        search.find(candidates, matches, Among.MATCHES).stream(),
                        search.find(random, estimate.expectation().strangers(random), Among.STRANGERS).stream())
                .sorted(Comparator.comparingDouble(DependentComparisons::share).reversed())
                .toList();
    }

    private ComparisonDiagnostics comparison(int comparison) {
        List<LevelSettings> levels = comparisons.get(comparison).levels();
        double[] seenInMatches = new double[levels.size()];
        long filled = 0;
        for (int position = 0; position < candidates.length; position++) {
            int level = candidates[position].level(comparison);
            if (level >= 0) {
                seenInMatches[level] += matches[position];
                filled += candidates[position].pairs();
            }
        }
        return new ComparisonDiagnostics(
                comparisons.get(comparison).name(),
                bits(model.comparisons().get(comparison).levels()),
                Rounded.decimals(filled / (double) Math.max(1, pairs(candidates)), 4),
                words(levels, level -> estimate.randomPairs(comparison, level) == 0),
                words(levels, level -> seenInMatches[level] < HALF_A_PAIR));
    }

    /** What a comparison with such levels tells of a match. */
    static double bits(List<LevelProbabilities> levels) {
        double bits = levels.stream()
                .mapToDouble(level -> level.m() * Math.log(level.m() / level.u()) / Math.log(2))
                .sum();
        return Rounded.decimals(bits, 3);
    }

    private static List<String> words(List<LevelSettings> levels, IntPredicate which) {
        return IntStream.range(0, levels.size())
                .filter(which)
                .mapToObj(level -> levels.get(level).level())
                .toList();
    }
}
