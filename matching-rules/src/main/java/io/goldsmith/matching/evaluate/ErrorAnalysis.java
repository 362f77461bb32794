package io.goldsmith.matching.evaluate;

import io.goldsmith.matching.block.CandidatePairs;
import io.goldsmith.matching.cluster.PairWeights;
import io.goldsmith.matching.evaluate.LabelledError.Cause;
import io.goldsmith.matching.score.ScoreThresholds;
import java.util.Collections;
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

    private static final long MOST_MATCHES = 2_000_000;

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
        Misses misses = new Misses(clusters, candidates, weights, thresholds);
        labels.sampleMatches(MOST_MATCHES, misses);
        return new ErrorAnalysis(
                Evaluation.share(misses.candidatesSeen, misses.seen),
                misses.causes,
                FalsePositives.of(labels, clusters, weights, thresholds).first(MOST_SHOWN, clusters),
                misses.lightest.first(MOST_SHOWN, clusters));
    }

    /** Looks at labelled matches one by one. */
    private static final class Misses implements Labels.PairTaker {

        private final int[] clusters;
        private final CandidatePairs candidates;
        private final PairWeights weights;
        private final ScoreThresholds thresholds;
        private final Map<Cause, Long> causes = new EnumMap<>(Cause.class);
        private final KeptErrors lightest = KeptErrors.lightest();
        private long seen;
        private long candidatesSeen;

        private Misses(int[] clusters, CandidatePairs candidates, PairWeights weights, ScoreThresholds thresholds) {
            this.clusters = clusters;
            this.candidates = candidates;
            this.weights = weights;
            this.thresholds = thresholds;
        }

        @Override
        public void accept(int left, int right) {
            seen++;
            boolean isCandidate = candidates.isCandidate(left, right);
            candidatesSeen += isCandidate ? 1 : 0;
            if (clusters[left] != clusters[right]) {
                int weight = weights.between(left, right);
                Cause cause = isCandidate ? cause(weight) : Cause.NOT_COMPARED;
                causes.merge(cause, 1L, Long::sum);
                lightest.add(new LabelledError(left, right, weight, cause));
            }
        }

        private Cause cause(int weight) {
            return switch (thresholds.grade(weight)) {
                case MATCH -> Cause.CUT;
                case POSSIBLE_MATCH -> Cause.TO_REVIEW;
                case NO_MATCH -> Cause.BELOW_REVIEW;
            };
        }
    }
}
