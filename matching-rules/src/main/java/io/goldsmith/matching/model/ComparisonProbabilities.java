package io.goldsmith.matching.model;

import java.util.List;

/**
 * The m and u probabilities of one comparison.
 *
 * @param comparison the comparison's name
 * @param levels the levels in order, without the missing one
 */
public record ComparisonProbabilities(String comparison, List<LevelProbabilities> levels) {

    public ComparisonProbabilities {
        levels = List.copyOf(levels);
    }

    /**
     * The probabilities of one level.
     *
     * @param level the level as configured, for example {@code jaro-winkler:0.92}
     * @param m how often it is seen among matches, between 0 and 1
     * @param u how often it is seen among strangers, non-matches that have nothing to do with each other, between 0 and 1
     */
    public record LevelProbabilities(String level, double m, double u) {}
}
