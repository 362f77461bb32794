package io.goldsmith.matching.cluster;

/**
 * What a person decided about a pair of rows: it outranks every score.
 *
 * @param left a row
 * @param right another row
 * @param linked true: the same customer (must-link); false: not the same (cannot-link)
 */
public record LinkDecision(int left, int right, boolean linked) {}
