package io.goldsmith.matching.model;

import io.goldsmith.matching.compare.ComparisonSettings;
import io.goldsmith.matching.model.PatternCounts.Pattern;
import io.goldsmith.matching.model.TrainingDiagnostics.Among;
import io.goldsmith.matching.model.TrainingDiagnostics.DependentComparisons;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds comparisons that agree together more than independence has it within one kind of pairs, as latent class analysis looks for
 * local dependence in the two-way tables of its indicators (Hagenaars, "Latent structure models with direct effects", 1988).
 */
final class DependenceSearch {

    /** Where more of what a comparison tells is its own than another's too, to drop it would lose more than it mends. */
    static final double LEAST_SHARE = 0.5;

    /** Fewer pairs beyond independence may be chance. */
    private static final double FEWEST_PAIRS = 20;

    private final List<ComparisonSettings> comparisons;
    private final int[] levels;

    DependenceSearch(List<ComparisonSettings> comparisons) {
        this.comparisons = comparisons;
        this.levels = comparisons.stream()
                .mapToInt(comparison -> comparison.levels().size())
                .toArray();
    }

    /**
     * The dependences above {@link #LEAST_SHARE}, the strongest first.
     *
     * @param expected how many pairs of each pattern are of the kind
     */
    List<DependentComparisons> find(Pattern[] patterns, double[] expected, Among among) {
        return IntStream.range(0, levels.length * levels.length)
                .filter(pair -> pair / levels.length < pair % levels.length)
                .parallel()
                .mapToObj(pair -> dependence(patterns, expected, pair / levels.length, pair % levels.length, among))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(DependentComparisons::share).reversed())
                .toList();
    }

    private Optional<DependentComparisons> dependence(
            Pattern[] patterns, double[] expected, int one, int other, Among among) {
        LevelTable table = LevelTable.of(patterns, expected, one, other, levels);
        double share = table.sharedPart();
        if (share < LEAST_SHARE || !table.agreesTogether() || table.pairsBeyondIndependence() < FEWEST_PAIRS) {
            return Optional.empty();
        }
        boolean oneTellsLess = table.rowEntropy() <= table.columnEntropy();
        return Optional.of(new DependentComparisons(
                comparisons.get(oneTellsLess ? one : other).name(),
                comparisons.get(oneTellsLess ? other : one).name(),
                among,
                Rounded.decimals(share, 3)));
    }
}
