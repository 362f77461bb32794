package io.goldsmith.matching.score;

import io.goldsmith.matching.compare.Comparison;
import io.goldsmith.matching.record.Column;
import io.goldsmith.matching.record.RecordTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Scores pairs of rows of one table: the prior's weight and the weights of all comparisons are summed in fixed point against each rival,
 * and the smallest sum counts, since the likeliest rival is the one to beat. For one thread; {@link #forThread()} gives another thread
 * its own.
 */
public final class PairScorer {

    /** What {@link #weightFromReview} answers for a pair below the review threshold. */
    public static final int BELOW_REVIEW = Integer.MIN_VALUE;

    private static final int MEMO_BITS = 14;

    private final ScoringPlan plan;
    private final boolean remembers;
    private final WeightMemo[] memos;
    private long first;
    private long second;

    private PairScorer(ScoringPlan plan, boolean remembers) {
        this.plan = plan;
        this.remembers = remembers;
        this.memos = new WeightMemo[plan.weights.length];
        for (int comparison = 0; comparison < memos.length && remembers; comparison++) {
            memos[comparison] = plan.isWorthAMemo(comparison) ? new WeightMemo(MEMO_BITS) : null;
        }
    }

    /**
     * A scorer for one table.
     *
     * @param table the table that the comparisons are bound to
     * @param remembers whether weights of pairs of values are remembered: worth its memory from some thousands of pairs on
     */
    public static PairScorer of(
            List<ComparisonWeights> comparisons, ScoreThresholds thresholds, RecordTable table, boolean remembers) {
        return new PairScorer(new ScoringPlan(comparisons, thresholds, table), remembers);
    }

    /** A scorer that gives the same answers, for another thread. */
    public PairScorer forThread() {
        return new PairScorer(plan, remembers);
    }

    /**
     * The weight of a pair, or {@link #BELOW_REVIEW} as soon as it cannot reach the review threshold any more. Equal and missing values
     * are summed first, with the greatest weight that different values may get; then different values are compared one by one, those
     * first that can lose most.
     */
    public int weightFromReview(int left, int right) {
        int[] codes = plan.codes;
        int review = plan.thresholds.review();
        int one = left * plan.stride;
        int other = right * plan.stride;
        int different = 0;
        first = plan.firstPrior;
        second = plan.secondPrior;
        for (int comparison = 0; comparison < memos.length; comparison++) {
            int leftCode = codes[one + comparison];
            int rightCode = codes[other + comparison];
            if (leftCode == Column.MISSING || rightCode == Column.MISSING) {
                continue;
            }
            if (leftCode == rightCode) {
                first += plan.firstOfEqual(comparison, leftCode);
                second += plan.secondOfEqual(comparison, leftCode);
            } else {
                first += plan.firstGreatest[comparison];
                second += plan.secondGreatest[comparison];
                different |= 1 << comparison;
            }
        }
        for (int position = 0; different != 0; position++) {
            if (smallest() < review) {
                return BELOW_REVIEW;
            }
            int comparison = plan.order[position];
            if ((different & 1 << comparison) != 0) {
                different &= ~(1 << comparison);
                first -= plan.firstGreatest[comparison];
                second -= plan.secondGreatest[comparison];
                addDifferent(comparison, left, right, codes[one + comparison], codes[other + comparison]);
            }
        }
        int weight = smallest();
        return weight < review ? BELOW_REVIEW : weight;
    }

    private int smallest() {
        return Math.min(Weights.smaller(first), Weights.smaller(second));
    }

    /** The score of a pair, whatever it is. */
    public PairScore score(int left, int right) {
        sum(left, right);
        int weight = smallest();
        return new PairScore(weight, plan.thresholds.grade(weight));
    }

    private void sum(int left, int right) {
        first = plan.firstPrior;
        second = plan.secondPrior;
        for (int comparison = 0; comparison < memos.length; comparison++) {
            int one = plan.codes[left * plan.stride + comparison];
            int other = plan.codes[right * plan.stride + comparison];
            if (one != Column.MISSING && other != Column.MISSING) {
                if (one == other) {
                    first += plan.firstOfEqual(comparison, one);
                    second += plan.secondOfEqual(comparison, one);
                } else {
                    addDifferent(comparison, left, right, one, other);
                }
            }
        }
    }

    private void addDifferent(int position, int left, int right, int one, int other) {
        Comparison comparison = plan.weights[position].comparison();
        int swapped = plan.swaps[position] ? comparison.swappedLevel(left, right) : -1;
        WeightMemo memo = memos[position];
        if (memo == null || swapped >= 0) {
            int level = swapped < 0 ? comparison.levelOfCodes(one, other) : comparison.level(left, right);
            first += plan.first(position, level, one, other);
            second += plan.second(position, level, one, other);
            return;
        }
        long key = WeightMemo.key(one, other);
        int slot = memo.slot(key);
        if (!memo.holds(slot, key)) {
            int level = comparison.levelOfCodes(one, other);
            memo.put(slot, key, plan.first(position, level, one, other), plan.second(position, level, one, other));
        }
        first += memo.first(slot);
        second += memo.second(slot);
    }

    /** Why a pair has its score. */
    public PairExplanation explain(int left, int right) {
        PairScore score = score(left, right);
        int[] sums = {Weights.high(first), Weights.low(first), Weights.high(second), Weights.low(second)};
        int rival = 0;
        while (sums[rival] != score.weight()) {
            rival++;
        }
        List<ComparisonExplanation> explained = new ArrayList<>(plan.weights.length);
        for (ComparisonWeights weights : plan.weights) {
            explained.add(explanation(weights, left, right, rival));
        }
        return new PairExplanation(
                score,
                plan.thresholds.rivals().get(rival),
                plan.thresholds.priors().get(rival),
                List.copyOf(explained));
    }

    private static ComparisonExplanation explanation(ComparisonWeights weights, int left, int right, int rival) {
        Comparison comparison = weights.comparison();
        int one = comparison.code(left);
        int other = comparison.code(right);
        int level = comparison.level(left, right);
        boolean missing = level == Comparison.MISSING;
        return new ComparisonExplanation(
                comparison.settings().name(),
                missing ? "missing" : comparison.settings().levels().get(level).level(),
                missing ? 0 : weights.weight(rival, level, one, other),
                missing || rival > 0 ? 0 : weights.adjustment(level, one, other),
                comparison.column().values(one),
                comparison.column().values(other));
    }
}
