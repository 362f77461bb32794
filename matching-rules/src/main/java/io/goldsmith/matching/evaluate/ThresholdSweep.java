package io.goldsmith.matching.evaluate;

import io.goldsmith.matching.cluster.ScoredPairs;
import io.goldsmith.matching.score.MatchWeight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What each threshold over the weights of pairs would come to, by labels: pairs as they stand, before clustering. Immutable.
 *
 * @param matches how many pairs the labels hold to match, scored or not
 * @param points by falling threshold
 */
public record ThresholdSweep(long matches, List<Point> points) {

    /** Thresholds are tenths of a bit. */
    private static final int STEP = MatchWeight.UNITS_PER_BIT / 10;

    public ThresholdSweep {
        points = List.copyOf(points);
    }

    /**
     * What one threshold comes to.
     *
     * @param weight the threshold, in the units of {@link MatchWeight}
     * @param truePositives labelled pairs from the threshold on that match
     * @param falsePositives labelled pairs from the threshold on that do not
     * @param falseNegatives pairs that match and are not from the threshold on
     */
    public record Point(int weight, long truePositives, long falsePositives, long falseNegatives) {

        /** The share of the pairs from the threshold on that match. */
        public double precision() {
            return Evaluation.share(truePositives, truePositives + falsePositives);
        }

        /** The share of the pairs that match that are from the threshold on. */
        public double recall() {
            return Evaluation.share(truePositives, truePositives + falseNegatives);
        }

        /** The harmonic mean of both. */
        public double f1() {
            return Evaluation.harmonicMean(precision(), recall());
        }

        /** What the precision is at least, at 95 percent confidence. */
        public double leastPrecision() {
            return WilsonInterval.lowerBound(truePositives, truePositives + falsePositives);
        }
    }

    /** Sweeps the weights of scored pairs; a pair that the labels do not speak of counts nowhere. */
    public static ThresholdSweep of(ScoredPairs pairs, Labels labels) {
        TreeMap<Integer, long[]> counts = new TreeMap<>();
        for (int pair = 0; pair < pairs.size(); pair++) {
            Optional<Boolean> match = labels.match(pairs.left(pair), pairs.right(pair));
            if (match.isPresent()) {
                int threshold = Math.floorDiv(pairs.weight(pair), STEP) * STEP;
                counts.computeIfAbsent(threshold, unused -> new long[2])[match.get() ? 1 : 0]++;
            }
        }
        long matches = labels.matches();
        List<Point> points = new ArrayList<>();
        long right = 0;
        long wrong = 0;
        for (Map.Entry<Integer, long[]> step : counts.descendingMap().entrySet()) {
            wrong += step.getValue()[0];
            right += step.getValue()[1];
            points.add(new Point(step.getKey(), right, wrong, matches - right));
        }
        return new ThresholdSweep(matches, points);
    }

    /** The point with the greatest F1, of several the one with the highest threshold; empty if no labelled pair was scored. */
    public Optional<Point> best() {
        return points.stream().reduce((one, other) -> other.f1() > one.f1() ? other : one);
    }

    /**
     * The lowest threshold from which on pairs are at least so precise, at 95 percent confidence: few labels prove little, and give a
     * higher threshold or none. Never below even odds, where a pair is more likely to be two customers than one.
     *
     * @param precision the wanted precision, strictly between 0 and 1
     */
    public Optional<Point> lowestFor(double precision) {
        return points.stream()
                .filter(point -> point.weight() >= 0 && point.leastPrecision() >= precision)
                .reduce((higher, lower) -> lower);
    }
}
