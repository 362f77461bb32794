package io.goldsmith.matching.evaluate;

/**
 * How well clusters agree with labels. Shares are between 0 and 1; where nothing was found or nothing was there to find they are 1.
 *
 * @param truePositives labelled pairs that the clusters join and the labels too
 * @param falsePositives labelled pairs that the clusters join and the labels do not
 * @param falseNegatives labelled pairs that the labels join and the clusters do not
 * @param bCubedPrecision the mean over records of the share of its cluster that is its entity (Bagga and Baldwin, 1998)
 * @param bCubedRecall the mean over records of the share of its entity that is in its cluster
 * @param entities how many entities the labels tell of; 0 if they tell of pairs alone
 * @param exactClusters how many of them are one cluster exactly: all of its labelled records, and no labelled record of another
 */
public record Evaluation(
        long truePositives,
        long falsePositives,
        long falseNegatives,
        double bCubedPrecision,
        double bCubedRecall,
        long entities,
        long exactClusters) {

    /** The share of the joined pairs that are right. */
    public double precision() {
        return share(truePositives, truePositives + falsePositives);
    }

    /** The share of the right pairs that are joined. */
    public double recall() {
        return share(truePositives, truePositives + falseNegatives);
    }

    /** The harmonic mean of precision and recall. */
    public double f1() {
        return harmonicMean(precision(), recall());
    }

    /** The harmonic mean of B-cubed precision and recall. */
    public double bCubedF1() {
        return harmonicMean(bCubedPrecision, bCubedRecall);
    }

    static double share(long part, long whole) {
        return whole == 0 ? 1 : part / (double) whole;
    }

    static double harmonicMean(double one, double other) {
        return one + other == 0 ? 0 : 2 * one * other / (one + other);
    }
}
