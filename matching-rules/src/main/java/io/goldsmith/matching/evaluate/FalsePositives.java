package io.goldsmith.matching.evaluate;

import io.goldsmith.matching.cluster.PairWeights;
import io.goldsmith.matching.evaluate.LabelledError.Cause;
import io.goldsmith.matching.score.MatchGrade;
import io.goldsmith.matching.score.ScoreThresholds;
import java.util.Arrays;

/** Finds pairs that clusters join and labels part, cluster by cluster. */
final class FalsePositives {

    /** Of greater clusters the rows next to each other in order are compared: enough to look at, and the cost is not squared. */
    private static final int WIDEST = 64;

    private FalsePositives() {}

    static KeptErrors of(Labels labels, int[] clusters, PairWeights weights, ScoreThresholds thresholds) {
        long[] byCluster = new long[clusters.length];
        for (int row = 0; row < byCluster.length; row++) {
            byCluster[row] = (long) clusters[row] << Integer.SIZE | row;
        }
        Arrays.parallelSort(byCluster);
        KeptErrors found = KeptErrors.heaviest();
        for (int one = 0; one < byCluster.length; one++) {
            for (int other = one + 1;
                    other < byCluster.length
                            && other <= one + WIDEST
                            && byCluster[other] >>> Integer.SIZE == byCluster[one] >>> Integer.SIZE;
                    other++) {
                int left = (int) byCluster[one];
                int right = (int) byCluster[other];
                if (!labels.match(left, right).orElse(true)) {
                    int weight = weights.between(left, right);
                    boolean isMatch = thresholds.grade(weight) == MatchGrade.MATCH;
                    found.add(new LabelledError(left, right, weight, isMatch ? Cause.MATCHED : Cause.CHAINED));
                }
            }
        }
        return found;
    }
}
