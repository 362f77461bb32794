package io.goldsmith.matching.block;

import java.util.List;

/**
 * What blocking brought, rule by rule.
 *
 * @param records how many records were blocked
 * @param rules one entry per rule, in the order of the configuration
 */
public record BlockingStatistics(int records, List<RuleStatistics> rules) {

    public BlockingStatistics {
        rules = List.copyOf(rules);
    }

    /** The statistics of no blocking at all. */
    public static BlockingStatistics none() {
        return new BlockingStatistics(0, List.of());
    }

    /** How many distinct pairs were compared. */
    public long comparedPairs() {
        return rules.stream().mapToLong(RuleStatistics::pairs).sum();
    }

    /** How many pairs, counted once per block, were not made because their block was too large. */
    public long givenUpPairs() {
        return rules.stream().mapToLong(RuleStatistics::givenUpPairs).sum();
    }

    /**
     * What one rule brought.
     *
     * @param rule the rule as a person reads it
     * @param keys how many keys the records got from it
     * @param blocks how many blocks of two records or more were made
     * @param largestBlock the records in the largest of them
     * @param pairs how many pairs were compared that no earlier rule brought
     * @param refinedBlocks how many blocks were too large and split by the further key
     * @param givenUpBlocks how many blocks were too large and given up
     * @param givenUpPairs how many pairs that cost, whether or not another rule brings them
     */
    public record RuleStatistics(
            String rule,
            long keys,
            long blocks,
            int largestBlock,
            long pairs,
            long refinedBlocks,
            long givenUpBlocks,
            long givenUpPairs) {}
}
