package io.goldsmith.matching.evaluate;

import io.goldsmith.matching.block.CandidatePairs;
import io.goldsmith.matching.cluster.PairWeights;
import io.goldsmith.matching.evaluate.LabelledError.Cause;
import io.goldsmith.matching.score.ScoreThresholds;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where clusters and labels differ, why, and which pairs to look at: those that the engine was most sure of. Where there are more than some
 * millions of labelled pairs, every so many-th is looked at. Immutable.
 *
 * @param pairsCompleteness the share of the labelled matches that blocking brings, from 0 to 1; 1 if there is none
 * @param misses how many of the labelled matches that were looked at are not joined, by cause
 * @param falsePositives joined and labelled apart, the heaviest first
 * @param falseNegatives labelled a match and not joined, the lightest first
 */
public record ErrorAnalysis(
        double pairsCompleteness,
        Map<Cause, Long> misses,
        List<LabelledError> falsePositives,
        List<LabelledError> falseNegatives) {

    /** How many pairs of either kind are kept to be looked at. */
    public static final int MOST_SHOWN = 10;

    private static final int MOST_KEPT = 20_000;
    private static final long MOST_MATCHES = 2_000_000;
    private static final Comparator<LabelledError> LIGHTEST_FIRST = Comparator.comparingInt(LabelledError::weight)
            .thenComparingInt(LabelledError::left)
            .thenComparingInt(LabelledError::right);
    private static final Comparator<LabelledError> HEAVIEST_FIRST = Comparator.comparingInt(LabelledError::weight)
            .reversed()
            .thenComparingInt(LabelledError::left)
            .thenComparingInt(LabelledError::right);

    public ErrorAnalysis {
        misses = Collections.unmodifiableMap(misses.isEmpty() ? Map.of() : new EnumMap<>(misses));
        falsePositives = List.copyOf(falsePositives);
        falseNegatives = List.copyOf(falseNegatives);
    }

    /**
     * Compares clusters with labels pair by pair.
     *
     * @param clusters for every row the smallest row of its cluster
     * @param candidates the pairs that blocking brings
     * @param weights the weight of any two rows
     */
    public static ErrorAnalysis of(
            Labels labels, int[] clusters, CandidatePairs candidates, PairWeights weights, ScoreThresholds thresholds) {
        Misses misses = new Misses(clusters, candidates, weights, thresholds, labels.matches());
        labels.forEachMatch(misses);
        return new ErrorAnalysis(
                Evaluation.share(misses.candidatesSeen, misses.seen),
                misses.causes,
                shown(FalsePositives.of(labels, clusters, weights, thresholds), HEAVIEST_FIRST, clusters),
                shown(misses.lightest, LIGHTEST_FIRST, clusters));
    }

    /** The first in an order, no two of them about the same cluster: the same mistake ten times tells no more than once. */
    private static List<LabelledError> shown(
            List<LabelledError> errors, Comparator<LabelledError> order, int[] clusters) {
        List<LabelledError> sorted = errors.stream().sorted(order).toList();
        IntOpenHashSet met = new IntOpenHashSet();
        List<LabelledError> shown = new ArrayList<>();
        for (int error = 0; error < sorted.size() && shown.size() < MOST_SHOWN; error++) {
            int left = clusters[sorted.get(error).left()];
            int right = clusters[sorted.get(error).right()];
            if (!met.contains(left) && !met.contains(right)) {
                shown.add(sorted.get(error));
                met.add(left);
                met.add(right);
            }
        }
        return shown;
    }

    /** Looks at labelled matches one by one. */
    private static final class Misses implements Labels.PairTaker {

        private final int[] clusters;
        private final CandidatePairs candidates;
        private final PairWeights weights;
        private final ScoreThresholds thresholds;
        private final long stride;
        private final Map<Cause, Long> causes = new EnumMap<>(Cause.class);
        private final List<LabelledError> lightest = new ArrayList<>();
        private long met;
        private long seen;
        private long candidatesSeen;

        private Misses(
                int[] clusters,
                CandidatePairs candidates,
                PairWeights weights,
                ScoreThresholds thresholds,
                long matches) {
            this.clusters = clusters;
            this.candidates = candidates;
            this.weights = weights;
            this.thresholds = thresholds;
            this.stride = Math.max(1, (matches + MOST_MATCHES - 1) / MOST_MATCHES);
        }

        @Override
        public void accept(int left, int right) {
            if (met++ % stride != 0) {
                return;
            }
            seen++;
            boolean isCandidate = candidates.isCandidate(left, right);
            candidatesSeen += isCandidate ? 1 : 0;
            if (clusters[left] != clusters[right]) {
                int weight = weights.between(left, right);
                Cause cause = isCandidate ? cause(weight) : Cause.NOT_COMPARED;
                causes.merge(cause, 1L, Long::sum);
                keep(new LabelledError(left, right, weight, cause));
            }
        }

        private Cause cause(int weight) {
            return switch (thresholds.grade(weight)) {
                case MATCH -> Cause.CUT;
                case POSSIBLE_MATCH -> Cause.TO_REVIEW;
                case NO_MATCH -> Cause.BELOW_REVIEW;
            };
        }

        private void keep(LabelledError missed) {
            lightest.add(missed);
            if (lightest.size() > 2 * MOST_KEPT) {
                lightest.sort(LIGHTEST_FIRST);
                lightest.subList(MOST_KEPT, lightest.size()).clear();
            }
        }
    }
}
