package io.goldsmith.matching.suggest;

import io.goldsmith.matching.block.BlockingRule;
import java.util.BitSet;
import java.util.Set;

/**
 * A rule and what was measured of it.
 *
 * @param rule the rule
 * @param bases the columns that its key comes from
 * @param pairs how many pairs it brings in the whole files, by its blocks in the sample
 * @param likely which of the likely matches it brings
 */
record MeasuredRule(BlockingRule rule, Set<String> bases, double pairs, BitSet likely) {}
