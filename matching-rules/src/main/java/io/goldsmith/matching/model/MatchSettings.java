package io.goldsmith.matching.model;

import io.goldsmith.matching.block.BlockingRule;
import io.goldsmith.matching.compare.ComparisonSettings;
import java.util.List;

/**
 * The {@code matching} section of a configuration.
 *
 * @param thresholds the two thresholds
 * @param prior the probability that two random records match, strictly between 0 and 1
 * @param maxBlockSize the most records that a block may hold; greater ones are refined, or given up and counted
 * @param blocking the blocking rules, in order
 * @param comparisons the comparisons, in order
 * @param exclusive identifiers that no cluster may hold two different values of
 */
public record MatchSettings(
        Thresholds thresholds,
        double prior,
        int maxBlockSize,
        List<BlockingRule> blocking,
        List<ComparisonSettings> comparisons,
        List<String> exclusive) {

    /** The bound on blocks if none is configured. */
    public static final int DEFAULT_MAX_BLOCK_SIZE = 1000;

    public MatchSettings {
        thresholds = thresholds == null ? new Thresholds(0.95, 0.5) : thresholds;
        prior = prior == 0 ? 1e-4 : prior;
        maxBlockSize = maxBlockSize == 0 ? DEFAULT_MAX_BLOCK_SIZE : maxBlockSize;
        blocking = blocking == null ? List.of() : List.copyOf(blocking);
        comparisons = comparisons == null ? List.of() : List.copyOf(comparisons);
        exclusive = exclusive == null ? List.of() : List.copyOf(exclusive);
    }
}
