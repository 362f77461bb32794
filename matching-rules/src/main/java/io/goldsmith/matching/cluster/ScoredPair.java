package io.goldsmith.matching.cluster;

/**
 * A scored pair of rows at or above the review threshold.
 *
 * @param left the row whose record id is the smaller
 * @param right the row whose record id is the greater
 * @param weight the match weight, in the units of {@link io.goldsmith.matching.score.MatchWeight}
 */
public record ScoredPair(int left, int right, int weight) {}
