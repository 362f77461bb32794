package io.goldsmith.matching.model;

import io.goldsmith.matching.block.KeyPart;
import java.util.List;

/**
 * How a match model is trained from unlabelled records.
 *
 * @param matchRules deterministic rules: records that agree on every part of one of them are taken for matches when the prior is
 *     counted; none if the prior is estimated with the m probabilities
 * @param recall the share of all matches that the deterministic rules find, above 0 and at most 1
 * @param samplePairs how many random pairs, and how many candidate pairs, are looked at, at least 1,000
 */
public record TrainingSettings(List<List<KeyPart>> matchRules, double recall, int samplePairs) {

    /** How many pairs are looked at if nothing is configured: u of one in a million is then seen about once. */
    public static final int DEFAULT_SAMPLE_PAIRS = 1_000_000;

    private static final double DEFAULT_RECALL = 0.8;

    public TrainingSettings {
        matchRules = matchRules == null
                ? List.of()
                : matchRules.stream().map(List::copyOf).toList();
        recall = recall == 0 ? DEFAULT_RECALL : recall;
        samplePairs = samplePairs == 0 ? DEFAULT_SAMPLE_PAIRS : samplePairs;
    }

    /** Training with nothing configured. */
    public static TrainingSettings standard() {
        return new TrainingSettings(List.of(), 0, 0);
    }
}
