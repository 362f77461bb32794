package io.goldsmith.matching.model;

/**
 * The two thresholds, as match probabilities strictly between 0 and 1.
 *
 * @param automatic from here on a pair is a MATCH
 * @param review from here on, below {@code automatic}, a pair is a POSSIBLE_MATCH; not above {@code automatic}
 */
public record Thresholds(double automatic, double review) {}
