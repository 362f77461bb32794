package io.goldsmith.matching.suggest;

import io.goldsmith.matching.block.BlockingRule;

/**
 * A rule that was chosen, and why.
 *
 * @param rule the rule
 * @param pairs how many pairs it brings at most, estimated for the whole files
 * @param likely the share of the likely matches of the sample that it brings, from 0 to 1
 * @param added the share that no rule before it brings, from 0 to 1
 */
public record ChosenRule(BlockingRule rule, long pairs, double likely, double added) {}
