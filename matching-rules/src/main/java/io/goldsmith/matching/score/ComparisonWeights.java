package io.goldsmith.matching.score;

import io.goldsmith.matching.compare.Comparison;
import io.goldsmith.matching.compare.LevelSettings;
import io.goldsmith.matching.record.Column;
import java.util.List;
import java.util.Optional;

/**
 * The match weights of one comparison's levels for one table: log2(m/u), and where a level is so flagged the adjustment log2(u/f) for
 * the frequency f of the more common of the two values. Immutable, thread-safe.
 */
public final class ComparisonWeights {

    private final Comparison comparison;
    private final int[] weights;
    private final int[] uWeights;
    private final boolean[] adjusted;
    private final int[] frequencyWeights;
    private final int greatest;

    private ComparisonWeights(Comparison comparison, List<LevelSettings> levels, int[] frequencyWeights) {
        this.comparison = comparison;
        this.frequencyWeights = frequencyWeights;
        this.weights = new int[levels.size()];
        this.uWeights = new int[levels.size()];
        this.adjusted = new boolean[levels.size()];
        for (int level = 0; level < weights.length; level++) {
            LevelSettings settings = levels.get(level);
            weights[level] = MatchWeight.ofRatio(settings.m(), settings.u());
            uWeights[level] = MatchWeight.ofRatio(settings.u(), 1);
            adjusted[level] = settings.termFrequency() && frequencyWeights.length > 0;
        }
        this.greatest = greatest();
    }

    /**
     * The weights of a comparison.
     *
     * @param levels the comparison's levels with the m and u that apply
     * @param frequencies the term frequencies of the compared attribute, if the model has any
     */
    public static ComparisonWeights of(
            Comparison comparison, List<LevelSettings> levels, Optional<TermFrequencies> frequencies) {
        boolean wanted = levels.stream().anyMatch(LevelSettings::termFrequency);
        Column column = comparison.column();
        int[] weights = new int[wanted && frequencies.isPresent() ? column.elementCodes() : 0];
        for (int element = 1; element < weights.length; element++) {
            weights[element] = MatchWeight.ofRatio(frequencies.orElseThrow().of(column.text(element)), 1);
        }
        return new ComparisonWeights(comparison, levels, weights);
    }

    private int greatest() {
        int rarest = 0;
        for (int weight : frequencyWeights) {
            rarest = Math.min(rarest, weight);
        }
        int greatestWeight = 0;
        for (int level = 0; level < weights.length; level++) {
            int adjustment = adjusted[level] ? Math.max(0, uWeights[level] - rarest) : 0;
            greatestWeight = Math.max(greatestWeight, weights[level] + adjustment);
        }
        return greatestWeight;
    }

    /** The comparison whose levels these are. */
    public Comparison comparison() {
        return comparison;
    }

    /** The greatest weight that any pair can get; never below 0, which is what a missing value weighs. */
    int greatestWeight() {
        return greatest;
    }

    /** The weight of a level for two codes, adjusted where the level is. */
    int weight(int level, int one, int other) {
        return weights[level] + adjustment(level, one, other);
    }

    /** The adjustment for how common the agreeing values are; of several agreeing pairs the rarest counts. */
    int adjustment(int level, int one, int other) {
        if (!adjusted[level]) {
            return 0;
        }
        Column column = comparison.column();
        int best = Integer.MIN_VALUE;
        for (int i = 0; i < column.count(one); i++) {
            for (int j = 0; j < column.count(other); j++) {
                int left = column.element(one, i);
                int right = column.element(other, j);
                if (comparison.elementsHold(level, left, right)) {
                    int common = Math.max(frequencyWeights[left], frequencyWeights[right]);
                    best = Math.max(best, uWeights[level] - common);
                }
            }
        }
        return best == Integer.MIN_VALUE ? 0 : best;
    }
}
