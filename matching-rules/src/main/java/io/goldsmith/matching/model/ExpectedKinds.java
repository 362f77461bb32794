package io.goldsmith.matching.model;

import io.goldsmith.matching.model.PatternCounts.Pattern;
import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;

/**
 * How many pairs of a pattern are expected to be matches, rivals and strangers under the probabilities of the moment: the expectation
 * step. Immutable, thread-safe.
 */
final class ExpectedKinds {

    /** In a file of a few records that all match, no pair may be left for strangers; their odds must not be divided by nothing. */
    private static final double FEWEST_STRANGERS = 1e-6;

    private final double[] logOdds;
    private final double[][][] logRatios;

    /**
     * The expectation under these probabilities.
     *
     * @param priors the prior of the matches, then of each rival
     * @param levels by the same kinds, how often each level of each comparison is seen
     * @param u how often it is seen among strangers
     */
    ExpectedKinds(double[] priors, double[][][] levels, double[][] u) {
        double strangers = Math.max(FEWEST_STRANGERS, 1 - Arrays.stream(priors).sum());
        this.logOdds = new double[priors.length];
        this.logRatios = new double[priors.length][][];
        for (int kind = 0; kind < priors.length; kind++) {
            logOdds[kind] = Math.log(priors[kind] / strangers);
            logRatios[kind] = logRatios(levels[kind], u);
        }
    }

    private static double[][] logRatios(double[][] shares, double[][] u) {
        double[][] ratios = new double[shares.length][];
        for (int comparison = 0; comparison < ratios.length; comparison++) {
            ratios[comparison] = new double[shares[comparison].length];
            for (int level = 0; level < ratios[comparison].length; level++) {
                ratios[comparison][level] = Math.log(shares[comparison][level] / u[comparison][level]);
            }
        }
        return ratios;
    }

    /**
     * How many of a pattern's pairs are matches and each of the rivals; the rest are strangers.
     *
     * @param expected where they go
     */
    void expect(Pattern pattern, double[] expected) {
        double greatest = 0;
        for (int kind = 0; kind < expected.length; kind++) {
            expected[kind] = logOdds[kind] + sum(logRatios[kind], pattern);
            greatest = Math.max(greatest, expected[kind]);
        }
        double total = Math.exp(-greatest);
        for (int kind = 0; kind < expected.length; kind++) {
            expected[kind] = Math.exp(expected[kind] - greatest);
            total += expected[kind];
        }
        for (int kind = 0; kind < expected.length; kind++) {
            expected[kind] *= pattern.pairs() / total;
        }
    }

    private static double sum(double[][] logRatios, Pattern pattern) {
        double sum = 0;
        for (int comparison = 0; comparison < logRatios.length; comparison++) {
            int level = pattern.level(comparison);
            sum += level < 0 ? 0 : logRatios[comparison][level];
        }
        return sum;
    }

    /** How many of the pairs of each pattern match. */
    double[] matches(Pattern[] patterns) {
        return all(patterns, (pattern, kinds) -> kinds[0]);
    }

    /** How many of the pairs of each pattern are strangers. */
    double[] strangers(Pattern[] patterns) {
        return all(
                patterns,
                (pattern, kinds) ->
                        Math.max(0, pattern.pairs() - Arrays.stream(kinds).sum()));
    }

    private double[] all(Pattern[] patterns, ToDoubleBiFunction<Pattern, double[]> share) {
        double[] kinds = new double[logOdds.length];
        double[] result = new double[patterns.length];
        for (int position = 0; position < patterns.length; position++) {
            expect(patterns[position], kinds);
            result[position] = share.applyAsDouble(patterns[position], kinds);
        }
        return result;
    }
}
