package io.goldsmith.matching.standardise;

/**
 * A value that cannot be brought to standard form. It is kept out of the standard values.
 *
 * @param attribute the attribute that holds it
 * @param reason what is wrong with it; never holds the value
 */
public record StandardisationProblem(String attribute, String reason) {}
