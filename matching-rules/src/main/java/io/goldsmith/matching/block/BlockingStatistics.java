package io.goldsmith.matching.block;

import java.util.List;

/**
 * What blocking brought, rule by rule. All but the compared pairs is known before any pair is compared.
 *
 * @param records how many records were blocked
 * @param possiblePairs how many pairs of them the mode allows at all
 * @param rules one entry per rule, in the order of the configuration
 */
public record BlockingStatistics(int records, long possiblePairs, List<RuleStatistics> rules) {

    public BlockingStatistics {
        rules = List.copyOf(rules);
    }

    /** The statistics of no blocking at all. */
    public static BlockingStatistics none() {
        return new BlockingStatistics(0, 0, List.of());
    }

    /** How many distinct pairs were compared. */
    public long comparedPairs() {
        return rules.stream().mapToLong(RuleStatistics::pairs).sum();
    }

    /** How many pairs the rules bring at most: a pair that several of them bring is counted for each. */
    public long pairBound() {
        return rules.stream().mapToLong(RuleStatistics::pairBound).sum();
    }

    /** How many pairs, counted once per block, were not made because their block was too large. */
    public long givenUpPairs() {
        return rules.stream().mapToLong(RuleStatistics::givenUpPairs).sum();
    }

    /** How many blocks have outgrown the bound since the refinement was frozen; a new model refines them. */
    public long outgrownBlocks() {
        return rules.stream().mapToLong(RuleStatistics::outgrownBlocks).sum();
    }

    /** The share of the possible pairs that blocking spared, from 0 to 1; 0 if no pair is possible. */
    public double reductionRatio() {
        return possiblePairs == 0 ? 0 : 1 - (double) comparedPairs() / possiblePairs;
    }

    /**
     * What one rule brought.
     *
     * @param rule the rule as a person reads it
     * @param keys how many keys the records got from it before any was refined
     * @param blocks how many blocks of two records or more were made
     * @param largestBlock the records in the largest of them
     * @param pairBound how many pairs these blocks have; a pair that stands in several is counted for each
     * @param pairs how many pairs were compared that no earlier rule brought
     * @param refinedBlocks how many blocks were too large and split by a further part
     * @param outgrownBlocks how many blocks have outgrown the bound since the refinement was frozen; up to ten times the bound they
     *     are made, above it given up
     * @param givenUpBlocks how many blocks were too large and given up
     * @param givenUpPairs how many pairs were not made because their block was given up, or was refined and one of the two has no
     *     value for the further part; counted once per block, whether or not another rule or block brings them
     * @param cutRecords how many records would have got more keys than one may have, so that some were left out
     * @param largestBlocks the largest blocks met, made or not, the largest first
     */
    public record RuleStatistics(
            String rule,
            long keys,
            long blocks,
            int largestBlock,
            long pairBound,
            long pairs,
            long refinedBlocks,
            long outgrownBlocks,
            long givenUpBlocks,
            long givenUpPairs,
            long cutRecords,
            List<LargeBlock> largestBlocks) {

        public RuleStatistics {
            largestBlocks = List.copyOf(largestBlocks);
        }

        /** These statistics once pairs were compared. */
        RuleStatistics compared(long comparedPairs) {
            return new RuleStatistics(
                    rule,
                    keys,
                    blocks,
                    largestBlock,
                    pairBound,
                    comparedPairs,
                    refinedBlocks,
                    outgrownBlocks,
                    givenUpBlocks,
                    givenUpPairs,
                    cutRecords,
                    largestBlocks);
        }
    }
}
