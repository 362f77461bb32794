package io.goldsmith.matching.model;

import io.goldsmith.matching.model.PatternCounts.Pattern;
import java.util.Arrays;
import java.util.List;

/**
 * Estimates m and the prior from candidate pairs, and u from random pairs, without labels (Fellegi and Sunter, 1969; expectation
 * maximisation after Dempster, Laird and Rubin, 1977, as Winkler, 1988, applies it to record linkage). The pairs are a mixture of
 * matches, of strangers and of rivals that share much; within each, comparisons are independent. Rivals differ as strangers do in what
 * sets them apart, which is what keeps them from taking the matches. Pairs that no blocking rule brings are taken for strangers; u is
 * what random pairs show, less the matches among them.
 */
final class ExpectationMaximisation {

    /** After so many iterations it ends, converged or not. */
    static final int MOST_ITERATIONS = 300;

    private static final double CONVERGED = 1e-5;
    private static final double PSEUDO_PAIRS = 5;
    private static final double HALF_A_PAIR = 0.5;
    private static final double GREATEST_PRIOR = 0.4;

    private final Pattern[] candidates;
    private final double candidateWeight;
    private final double allPairs;
    private final double[][] randomCounts;
    private final double[] randomTotals;
    private final double[][] start;
    private final List<Likeness[]> likenesses;
    private final double[] mostPerMatch;
    private final boolean priorIsGiven;

    /** Class 0 is the matches, the others are the rivals in order. */
    private final double[] priors;

    private final double[][][] levels;
    private double[][] u;
    private int iterations;
    private double lastChange = 1;

    /**
     * @param candidates the patterns of sampled candidate pairs
     * @param candidateWeight how many candidate pairs each sampled one stands for
     * @param allPairs how many pairs there are in all
     * @param randomCounts how often each level was seen in random pairs
     * @param start m to start from
     * @param likenesses for each rival whom they are like in each comparison
     * @param mostPerMatch for each rival how many such pairs there may be for each match, at most
     * @param prior the prior to start from
     * @param priorIsGiven whether the prior is known and stays
     */
    ExpectationMaximisation(
            Pattern[] candidates,
            double candidateWeight,
            double allPairs,
            double[][] randomCounts,
            double[][] start,
            List<Likeness[]> likenesses,
            double[] mostPerMatch,
            double prior,
            boolean priorIsGiven) {
        this.candidates = candidates;
        this.candidateWeight = candidateWeight;
        this.allPairs = allPairs;
        this.randomCounts = randomCounts;
        this.randomTotals = Arrays.stream(randomCounts)
                .mapToDouble(counts -> Arrays.stream(counts).sum())
                .toArray();
        this.start = start;
        this.likenesses = List.copyOf(likenesses);
        this.mostPerMatch = mostPerMatch;
        this.priorIsGiven = priorIsGiven;
        this.priors = new double[likenesses.size() + 1];
        this.levels = new double[priors.length][][];
        priors[0] = prior;
        levels[0] = start;
        this.u = withoutMatches();
        for (int rival = 1; rival < priors.length; rival++) {
            priors[rival] = prior / 2;
            levels[rival] = alike(rival, start);
        }
    }

    private double[][] alike(int rival, double[][] shares) {
        double[][] result = new double[shares.length][];
        for (int comparison = 0; comparison < shares.length; comparison++) {
            result[comparison] = switch (likenesses.get(rival - 1)[comparison]) {
                case STRANGERS -> u[comparison];
                case MATCHES -> levels[0][comparison];
                case NOBODY -> shares[comparison];
            };
        }
        return result;
    }

    /** Iterates until no probability changes by more than a hundred-thousandth, at most so many times. */
    void run(int mostIterations) {
        while (iterations < mostIterations && !converged()) {
            iterate();
            iterations++;
        }
    }

    private void iterate() {
        ExpectedKinds kinds = expectation();
        double[][][] counts = new double[priors.length][][];
        for (int kind = 0; kind < priors.length; kind++) {
            counts[kind] = zeros();
        }
        double[] pairs = new double[priors.length];
        double[] expected = new double[priors.length];
        for (Pattern pattern : candidates) {
            kinds.expect(pattern, expected);
            for (int kind = 0; kind < priors.length; kind++) {
                pairs[kind] += expected[kind];
                add(pattern, expected[kind], counts[kind]);
            }
        }
        lastChange = 0;
        for (int kind = 0; kind < priors.length; kind++) {
            update(kind, pairs[kind], counts[kind]);
        }
    }

    private static void add(Pattern pattern, double pairs, double[][] counts) {
        for (int comparison = 0; comparison < counts.length; comparison++) {
            int level = pattern.level(comparison);
            if (level >= 0) {
                counts[comparison][level] += pairs;
            }
        }
    }

    private void update(int kind, double pairs, double[][] counts) {
        double[][] next = shares(counts);
        if (kind > 0 || !priorIsGiven) {
            priors[kind] = Math.min(GREATEST_PRIOR, Math.max(1e-3 / allPairs, pairs * candidateWeight / allPairs));
        }
        if (kind > 0) {
            priors[kind] = Math.min(priors[kind], mostPerMatch[kind - 1] * priors[0]);
        }
        next = kind == 0 ? next : alike(kind, next);
        lastChange = Math.max(lastChange, greatestDifference(levels[kind], next));
        levels[kind] = next;
        if (kind == 0) {
            u = withoutMatches();
        }
    }

    private double[][] zeros() {
        double[][] zeros = new double[start.length][];
        for (int comparison = 0; comparison < start.length; comparison++) {
            zeros[comparison] = new double[start[comparison].length];
        }
        return zeros;
    }

    private double[][] shares(double[][] counts) {
        double[][] shares = zeros();
        for (int comparison = 0; comparison < counts.length; comparison++) {
            double total = Arrays.stream(counts[comparison]).sum() + PSEUDO_PAIRS;
            for (int level = 0; level < shares[comparison].length; level++) {
                shares[comparison][level] =
                        (counts[comparison][level] + PSEUDO_PAIRS * start[comparison][level]) / total;
            }
        }
        return shares;
    }

    /** What random pairs show, less the matches that the prior says are among them; never less than half a pair. */
    private double[][] withoutMatches() {
        double[][] result = zeros();
        for (int comparison = 0; comparison < result.length; comparison++) {
            double total = Math.max(1, randomTotals[comparison]);
            double sum = 0;
            for (int level = 0; level < result[comparison].length; level++) {
                double matches = priors[0] * total * levels[0][comparison][level];
                result[comparison][level] = Math.max(HALF_A_PAIR, randomCounts[comparison][level] - matches);
                sum += result[comparison][level];
            }
            for (int level = 0; level < result[comparison].length; level++) {
                result[comparison][level] /= sum;
            }
        }
        return result;
    }

    private static double greatestDifference(double[][] ones, double[][] others) {
        double greatest = 0;
        for (int row = 0; row < ones.length; row++) {
            for (int column = 0; column < ones[row].length; column++) {
                greatest = Math.max(greatest, Math.abs(ones[row][column] - others[row][column]));
            }
        }
        return greatest;
    }

    /** Of which kind pairs are, under the probabilities of the moment. */
    ExpectedKinds expectation() {
        return new ExpectedKinds(priors, levels, u);
    }

    int iterations() {
        return iterations;
    }

    boolean converged() {
        return lastChange <= CONVERGED;
    }

    /** By how much the last iteration changed the probability that it changed most; 1 before the first. */
    double lastChange() {
        return lastChange;
    }

    /** How many random pairs showed a level. */
    double randomPairs(int comparison, int level) {
        return randomCounts[comparison][level];
    }

    /** The probability that two random records match. */
    double prior() {
        return priors[0];
    }

    /** The probability that two random records are such rivals, counted from 0. */
    double rivalPrior(int rival) {
        return priors[rival + 1];
    }

    double m(int comparison, int level) {
        return levels[0][comparison][level];
    }

    double u(int comparison, int level) {
        return u[comparison][level];
    }

    double rival(int rival, int comparison, int level) {
        return levels[rival + 1][comparison][level];
    }
}
