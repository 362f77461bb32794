package io.goldsmith.matching.model;

import io.goldsmith.matching.model.PatternCounts.Pattern;

/**
 * How many pairs of one kind show each level of one comparison together with each level of another, where neither is missing. What the two
 * tell of each other is their mutual information (Shannon, 1948), less what as few pairs show by chance (Miller, "Note on the bias of
 * information estimates", 1955).
 */
final class LevelTable {

    private static final double HALF_A_PAIR = 0.5;
    private static final double LN_2 = Math.log(2);

    private final double[][] pairs;
    private final double[] rows;
    private final double[] columns;
    private final double total;

    private LevelTable(double[][] pairs) {
        this.pairs = pairs;
        this.rows = new double[pairs.length];
        this.columns = new double[pairs[0].length];
        double sum = 0;
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < columns.length; column++) {
                rows[row] += pairs[row][column];
                columns[column] += pairs[row][column];
                sum += pairs[row][column];
            }
        }
        this.total = sum;
    }

    /**
     * The table of two comparisons.
     *
     * @param expected how many pairs of each pattern are of the kind
     * @param levels how many levels the two comparisons have
     */
    static LevelTable of(Pattern[] patterns, double[] expected, int one, int other, int[] levels) {
        double[][] pairs = new double[levels[one]][levels[other]];
        for (int position = 0; position < patterns.length; position++) {
            int row = patterns[position].level(one);
            int column = patterns[position].level(other);
            if (row >= 0 && column >= 0) {
                pairs[row][column] += expected[position];
            }
        }
        return new LevelTable(pairs);
    }

    /** What the comparison of the rows tells by itself, in bits a pair. */
    double rowEntropy() {
        return entropy(rows);
    }

    /** What the comparison of the columns tells by itself, in bits a pair. */
    double columnEntropy() {
        return entropy(columns);
    }

    private double entropy(double[] margin) {
        double bits = 0;
        for (double count : margin) {
            bits -= count > 0 ? count / total * Math.log(count / total) / LN_2 : 0;
        }
        return bits;
    }

    /** How much of what the lesser of the two tells the other tells already, from 0 to 1. */
    double sharedPart() {
        double least = Math.min(rowEntropy(), columnEntropy());
        return least > 0 ? Math.min(1, Math.max(0, information() - chance()) / least) : 0;
    }

    private double information() {
        double bits = 0;
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < columns.length; column++) {
                double seen = pairs[row][column];
                bits += seen > 0 ? seen / total * Math.log(seen / independent(row, column)) / LN_2 : 0;
            }
        }
        return bits;
    }

    private double chance() {
        return Math.max(0, seen(rows) - 1) * Math.max(0, seen(columns) - 1) / (2 * total * LN_2);
    }

    private static int seen(double[] margin) {
        int seen = 0;
        for (double count : margin) {
            seen += count >= HALF_A_PAIR ? 1 : 0;
        }
        return seen;
    }

    private double independent(int row, int column) {
        return rows[row] * columns[column] / total;
    }

    /** How many pairs show levels together that independence would not let meet. */
    double pairsBeyondIndependence() {
        double beyond = 0;
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < columns.length; column++) {
                beyond += rows[row] > 0 && columns[column] > 0
                        ? Math.max(0, pairs[row][column] - independent(row, column))
                        : 0;
            }
        }
        return beyond;
    }

    /**
     * Whether the two agree together and differ together, by the covariance of their levels' places. Where blocking lets in who agrees in
     * the one or in the other, those who differ in the one agree in the other: that counts no evidence twice.
     */
    boolean agreesTogether() {
        double covariance = 0;
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < columns.length; column++) {
                covariance += total > 0 ? (pairs[row][column] - independent(row, column)) * row * column : 0;
            }
        }
        return covariance > 0;
    }
}
