package io.goldsmith.matching.run;

import io.goldsmith.matching.cluster.CutPair;
import io.goldsmith.matching.cluster.CutReason;
import io.goldsmith.matching.cluster.ScoredPairs;
import io.goldsmith.matching.report.MatchReport.SamplePair;
import io.goldsmith.matching.score.PairScorer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses and explains pairs to look at: those near the thresholds, and those that clustering cut. */
final class ReportSamples {

    private static final int PAIRS_PER_SIDE = 5;
    private static final int CUTS_PER_REASON = 5;

    private final CsvMatchResult result;
    private final PairScorer scorer;
    private final SampleOrder order;

    ReportSamples(CsvMatchResult result, PairScorer scorer, long seed) {
        this.result = result;
        this.scorer = scorer;
        this.order = new SampleOrder(result.table(), seed);
    }

    /** Pairs just above and below the automatic threshold, and just above the review threshold; the heaviest first. */
    List<SamplePair> nearThresholds() {
        int automatic = result.matching().thresholds().automatic();
        int review = result.matching().thresholds().review();
        List<Integer> chosen = new ArrayList<>(nearest(automatic, automatic, Integer.MAX_VALUE));
        chosen.addAll(nearest(automatic, review, automatic));
        nearest(review, review, automatic).stream()
                .filter(pair -> !chosen.contains(pair))
                .forEach(chosen::add);
        ScoredPairs pairs = result.pairs();
        return chosen.stream()
                .sorted(Comparator.comparingInt((Integer pair) -> pairs.weight(pair))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .map(pair -> explained(pairs.left(pair), pairs.right(pair), ""))
                .toList();
    }

    /** Some of the pairs from one weight up to another that are nearest to a threshold; among equally near ones the seed chooses. */
    private List<Integer> nearest(int threshold, int from, int below) {
        ScoredPairs pairs = result.pairs();
        NearestPairs nearest = new NearestPairs(pairs, threshold, PAIRS_PER_SIDE, order);
        for (int pair = 0; pair < pairs.size(); pair++) {
            if (pairs.weight(pair) >= from && pairs.weight(pair) < below) {
                nearest.offer(pair);
            }
        }
        return nearest.pairs();
    }

    /** The heaviest cut pairs of each reason. */
    List<SamplePair> cuts() {
        List<SamplePair> cuts = new ArrayList<>();
        for (CutReason reason : CutReason.values()) {
            result.clustering().cuts().stream()
                    .filter(cut -> cut.reason() == reason)
                    .sorted(Comparator.comparingInt(CutPair::weight)
                            .reversed()
                            .thenComparingInt(CutPair::left)
                            .thenComparingInt(CutPair::right))
                    .limit(CUTS_PER_REASON)
                    .forEach(cut -> cuts.add(explained(cut.left(), cut.right(), reason.words())));
        }
        return cuts;
    }

    SamplePair explained(int left, int right, String note) {
        return new SamplePair(
                result.table().id(left).toString(),
                result.table().id(right).toString(),
                note,
                scorer.explain(left, right));
    }
}
