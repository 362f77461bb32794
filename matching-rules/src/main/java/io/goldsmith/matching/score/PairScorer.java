package io.goldsmith.matching.score;

import io.goldsmith.matching.compare.Comparison;
import io.goldsmith.matching.record.Column;
import java.util.ArrayList;
import java.util.List;

/**
 * Scores pairs of rows of one table: the prior's weight and the weights of all comparisons, summed in fixed point. For one thread;
 * {@link #forThread()} gives another thread its own.
 */
public final class PairScorer {

    /** What {@link #weightFromReview} answers for a pair below the review threshold. */
    public static final int BELOW_REVIEW = Integer.MIN_VALUE;

    private static final int MEMO_BITS = 16;

    private final List<ComparisonWeights> comparisons;
    private final ScoreThresholds thresholds;
    private final boolean remembers;
    private final ComparisonWeights[] ordered;
    private final int[] greatestRest;
    private final WeightMemo[] memos;

    private PairScorer(List<ComparisonWeights> comparisons, ScoreThresholds thresholds, boolean remembers) {
        this.comparisons = List.copyOf(comparisons);
        this.thresholds = thresholds;
        this.remembers = remembers;
        this.ordered = this.comparisons.toArray(new ComparisonWeights[0]);
        this.greatestRest = new int[ordered.length + 1];
        for (int comparison = ordered.length - 1; comparison >= 0; comparison--) {
            greatestRest[comparison] = greatestRest[comparison + 1] + ordered[comparison].greatestWeight();
        }
        this.memos = new WeightMemo[ordered.length];
        for (int comparison = 0; comparison < memos.length && remembers; comparison++) {
            memos[comparison] = new WeightMemo(MEMO_BITS);
        }
    }

    /**
     * A scorer for one table.
     *
     * @param remembers whether weights of pairs of values are remembered: worth its memory from some thousands of pairs on
     */
    public static PairScorer of(List<ComparisonWeights> comparisons, ScoreThresholds thresholds, boolean remembers) {
        return new PairScorer(comparisons, thresholds, remembers);
    }

    /** A scorer that gives the same answers, for another thread. */
    public PairScorer forThread() {
        return new PairScorer(comparisons, thresholds, remembers);
    }

    /** The weight of a pair, or {@link #BELOW_REVIEW} as soon as it cannot reach the review threshold any more. */
    public int weightFromReview(int left, int right) {
        int weight = thresholds.prior();
        for (int comparison = 0; comparison < ordered.length; comparison++) {
            if (weight + greatestRest[comparison] < thresholds.review()) {
                return BELOW_REVIEW;
            }
            weight += weight(comparison, left, right);
        }
        return weight < thresholds.review() ? BELOW_REVIEW : weight;
    }

    /** The score of a pair, whatever it is. */
    public PairScore score(int left, int right) {
        int weight = thresholds.prior();
        for (int comparison = 0; comparison < ordered.length; comparison++) {
            weight += weight(comparison, left, right);
        }
        return new PairScore(weight, thresholds.grade(weight));
    }

    private int weight(int position, int left, int right) {
        ComparisonWeights weights = ordered[position];
        Comparison comparison = weights.comparison();
        int one = comparison.code(left);
        int other = comparison.code(right);
        if (one == Column.MISSING || other == Column.MISSING) {
            return 0;
        }
        if (!remembers || comparison.isSwapped(left, right)) {
            return weights.weight(comparison.level(left, right), one, other);
        }
        WeightMemo memo = memos[position];
        long key = WeightMemo.key(one, other);
        int slot = memo.slot(key);
        if (!memo.holds(slot, key)) {
            memo.put(slot, key, weights.weight(comparison.levelOfCodes(one, other), one, other));
        }
        return memo.weight(slot);
    }

    /** Why a pair has its score. */
    public PairExplanation explain(int left, int right) {
        List<ComparisonExplanation> explained = new ArrayList<>(ordered.length);
        for (ComparisonWeights weights : ordered) {
            explained.add(explanation(weights, left, right));
        }
        return new PairExplanation(score(left, right), thresholds.prior(), List.copyOf(explained));
    }

    private static ComparisonExplanation explanation(ComparisonWeights weights, int left, int right) {
        Comparison comparison = weights.comparison();
        int one = comparison.code(left);
        int other = comparison.code(right);
        int level = comparison.level(left, right);
        boolean missing = level == Comparison.MISSING;
        return new ComparisonExplanation(
                comparison.settings().name(),
                missing ? "missing" : comparison.settings().levels().get(level).level(),
                missing ? 0 : weights.weight(level, one, other),
                missing ? 0 : weights.adjustment(level, one, other),
                comparison.column().values(one),
                comparison.column().values(other));
    }
}
