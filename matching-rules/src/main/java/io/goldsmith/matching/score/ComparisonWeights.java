package io.goldsmith.matching.score;

import io.goldsmith.matching.compare.Comparison;
import io.goldsmith.matching.compare.LevelSettings;
import io.goldsmith.matching.compare.LevelTest;
import io.goldsmith.matching.record.Column;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The match weights of one comparison's levels for one table. Against strangers a level weighs log2(m/u), and where it is so flagged
 * log2(u/f) more for the frequency f of the more common of the two values; against other rivals it weighs log2(m/r), r being how often
 * it is seen among them. Immutable, thread-safe.
 */
public final class ComparisonWeights {

    private final Comparison comparison;
    private final int[] weights;
    private final int[][] rivalWeights;
    private final int[] uWeights;
    private final boolean[] adjusted;
    private final int[] frequencyWeights;

    private ComparisonWeights(
            Comparison comparison, List<LevelSettings> levels, List<List<Double>> rivals, int[] frequencyWeights) {
        this.comparison = comparison;
        this.frequencyWeights = frequencyWeights;
        this.weights = new int[levels.size()];
        this.rivalWeights = new int[rivals.size()][levels.size()];
        this.uWeights = new int[levels.size()];
        this.adjusted = new boolean[levels.size()];
        for (int level = 0; level < weights.length; level++) {
            LevelSettings settings = levels.get(level);
            weights[level] = MatchWeight.ofRatio(settings.m(), settings.u());
            for (int rival = 0; rival < rivalWeights.length; rival++) {
                rivalWeights[rival][level] =
                        MatchWeight.ofRatio(settings.m(), rivals.get(rival).get(level));
            }
            uWeights[level] = MatchWeight.ofRatio(settings.u(), 1);
            adjusted[level] = settings.termFrequency() && frequencyWeights.length > 0;
        }
    }

    /**
     * The weights of a comparison.
     *
     * @param levels the comparison's levels with the m and u that apply
     * @param rivals for each rival beside strangers how often each level is seen among them
     * @param frequencies the term frequencies of the compared attribute, if the model has any
     */
    public static ComparisonWeights of(
            Comparison comparison,
            List<LevelSettings> levels,
            List<List<Double>> rivals,
            Optional<TermFrequencies> frequencies) {
        boolean wanted = levels.stream().anyMatch(LevelSettings::termFrequency);
        Column column = comparison.column();
        int[] weights = new int[wanted && frequencies.isPresent() ? column.elementCodes() : 0];
        if (weights.length > 0) {
            fill(weights, column, frequencies.orElseThrow());
        }
        return new ComparisonWeights(comparison, levels, rivals, weights);
    }

    private static void fill(int[] weights, Column column, TermFrequencies frequencies) {
        int unseen = MatchWeight.ofRatio(frequencies.unseen(), 1);
        // Looked up in the sorted map, each text costs some dozen comparisons; hashing the map first is worth it for
        // many texts alone.
        Map<String, Double> known = weights.length < frequencies.values().size()
                ? frequencies.values()
                : new HashMap<>(frequencies.values());
        for (int element = 1; element < weights.length; element++) {
            Double share = known.get(column.text(element));
            weights[element] = share == null ? unseen : MatchWeight.ofRatio(share, 1);
        }
    }

    /** The comparison whose levels these are. */
    public Comparison comparison() {
        return comparison;
    }

    /**
     * The greatest weight against a rival, 0 for strangers, that two sides without a common value can get, or two lists of which at least
     * one has several.
     */
    int greatestOfDifferent(int rival, boolean lists) {
        int rarest = 0;
        for (int weight : frequencyWeights) {
            rarest = Math.min(rarest, weight);
        }
        int greatest = Integer.MIN_VALUE;
        for (int level = 0; level < weights.length; level++) {
            if (lists || comparison.levelTest(level) != LevelTest.EXACT) {
                int adjustment = rival == 0 && adjusted[level] ? Math.max(0, uWeights[level] - rarest) : 0;
                greatest = Math.max(greatest, weightOfLevel(rival, level) + adjustment);
            }
        }
        return greatest;
    }

    /** Whether a level's weight depends on how common the agreeing values are. */
    boolean isAdjusted(int level) {
        return adjusted[level];
    }

    int levels() {
        return weights.length;
    }

    /** The weight of a level against a rival, 0 for strangers, for two codes; adjusted where the level is. */
    int weight(int rival, int level, int one, int other) {
        return rival == 0 ? weights[level] + adjustment(level, one, other) : weightOfLevel(rival, level);
    }

    /** The weight of a level against a rival, 0 for strangers, whatever the values. */
    int weightOfLevel(int rival, int level) {
        return rival == 0 ? weights[level] : rivalWeights[rival - 1][level];
    }

    /** The adjustment of a level for two elements. */
    int adjustmentOfElements(int level, int one, int other) {
        return adjusted[level] ? uWeights[level] - Math.max(frequencyWeights[one], frequencyWeights[other]) : 0;
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
