package io.goldsmith.matching.score;

/**
 * Match weights in fixed point, so that the order of summing does not matter: an {@code int} counts ten-thousandths of a bit. A
 * weight is log2 of a Bayes factor (Fellegi and Sunter, 1969); summed with the prior's weight it stands for the posterior match
 * probability.
 */
public final class MatchWeight {

    /** How many units make a bit. */
    public static final int UNITS_PER_BIT = 10_000;

    private MatchWeight() {}

    /** The weight of a Bayes factor {@code m/u}, rounded to the nearest unit. */
    public static int ofRatio(double m, double u) {
        return (int) Math.round(Math.log(m / u) / Math.log(2) * UNITS_PER_BIT);
    }

    /** The weight that a probability, strictly between 0 and 1, stands for. */
    public static int ofProbability(double probability) {
        return ofRatio(probability, 1 - probability);
    }

    /** The probability that a weight stands for, from 0 to 1. */
    public static double toProbability(int weight) {
        return 1 / (1 + Math.pow(2, -toBits(weight)));
    }

    /** The weight in bits. */
    public static double toBits(int weight) {
        return weight / (double) UNITS_PER_BIT;
    }
}
