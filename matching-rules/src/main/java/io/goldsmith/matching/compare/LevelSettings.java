package io.goldsmith.matching.compare;

/**
 * One level of a comparison as configured.
 *
 * @param level the test with its bound, for example {@code exact}, {@code jaro-winkler:0.92}, {@code damerau:1}, {@code else}
 * @param m how often the level is seen among matches, between 0 and 1; 0 if a model is trained and nothing is known before
 * @param u how often the level is seen among non-matches, between 0 and 1; 0 likewise
 * @param termFrequency whether the weight is adjusted by how common the agreeing value is
 */
public record LevelSettings(String level, double m, double u, boolean termFrequency) {}
