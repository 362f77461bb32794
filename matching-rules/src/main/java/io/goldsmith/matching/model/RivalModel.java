package io.goldsmith.matching.model;

import io.goldsmith.matching.score.Rival;
import java.util.List;

/**
 * Non-matches that share much, as a model knows them beside strangers.
 *
 * @param rival which they are
 * @param prior the probability that two random records are such a pair
 * @param comparisons how often each level is seen among them, in the order of the settings
 */
public record RivalModel(Rival rival, double prior, List<RivalComparison> comparisons) {

    public RivalModel {
        comparisons = List.copyOf(comparisons);
    }

    /**
     * The levels of one comparison among rivals.
     *
     * @param comparison the comparison's name
     * @param levels the probability of each level in order, without the missing one
     */
    public record RivalComparison(String comparison, List<Double> levels) {

        public RivalComparison {
            levels = List.copyOf(levels);
        }
    }
}
