package io.goldsmith.matching.model;

/**
 * The thresholds, as match probabilities.
 *
 * @param automatic from here on a pair is a MATCH; strictly between 0 and 1
 * @param review from here on, below {@code automatic}, a pair is a POSSIBLE_MATCH; strictly between 0 and 1, not above
 *     {@code automatic}
 * @param conflict two clusters are not joined while a record of one and a record of the other are below it, however strong the pair
 *     between them: so a record that says little cannot join two customers. 0 (the default) for no such protection; not above
 *     {@code review}
 */
public record Thresholds(double automatic, double review, double conflict) {}
