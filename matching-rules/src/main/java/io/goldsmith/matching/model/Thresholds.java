package io.goldsmith.matching.model;

/**
 * The thresholds, as match probabilities.
 *
 * @param automatic from here on a pair is a MATCH; strictly between 0 and 1
 * @param review from here on, below {@code automatic}, a pair is a POSSIBLE_MATCH; strictly between 0 and 1, not above
 *     {@code automatic}
 * @param conflict two clusters are not joined while the pairs between them, each counted for six bits at most, are below it on average,
 *     however strong the best of them is: so that one record that says little, or one wrong match, does not join two customers.
 *     Strictly between 0 and 1, not above {@code review}; 0.2 if not given
 */
public record Thresholds(double automatic, double review, double conflict) {

    private static final double DEFAULT_CONFLICT = 0.2;

    public Thresholds {
        conflict = conflict == 0 ? Math.min(DEFAULT_CONFLICT, review) : conflict;
    }
}
