package io.goldsmith.matching.score;

import io.goldsmith.matching.compare.ComparedRows;
import io.goldsmith.matching.compare.Comparison;
import io.goldsmith.matching.compare.PairLevels;
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

    private final ScoringPlan plan;
    private final ComparedRows rows;
    private final int[] codes;
    private final boolean remembers;
    private final PairLevels levels;
    private long first;
    private long second;
    private int fetched;

    private PairScorer(ScoringPlan plan, boolean remembers) {
        this.plan = plan;
        this.rows = plan.rows;
        this.codes = plan.rows.codes();
        this.remembers = remembers;
        this.levels = plan.rows.levels(remembers);
    }

    /**
     * A scorer for one table.
     *
     * @param comparisons the weights of the rows' comparisons, in their order
     * @param rows the rows of the table
     * @param remembers whether levels of pairs of values are remembered: worth its memory from some thousands of pairs on
     */
    public static PairScorer of(
            List<ComparisonWeights> comparisons, ScoreThresholds thresholds, ComparedRows rows, boolean remembers) {
        return new PairScorer(new ScoringPlan(comparisons, thresholds, rows), remembers);
    }

    /** A scorer that gives the same answers, for another thread. */
    public PairScorer forThread() {
        return new PairScorer(plan, remembers);
    }

    /** Reads the codes of rows whose pairs will be scored next: one by one, each would be waited for. */
    public void fetch(int[] positions, int from, int to) {
        int seen = 0;
        for (int position = from; position < to; position++) {
            seen ^= codes[rows.start(positions[position])];
        }
        // Kept, so that no compiler takes the reading for useless.
        fetched = seen;
    }

    /**
     * The weight of a pair, or {@link #BELOW_REVIEW} as soon as it cannot reach the review threshold any more. Values that are equal,
     * missing or can only differ are summed first, with the greatest weight that the others may get; then those are compared one by one,
     * first the ones that can lose most.
     */
    public int weightFromReview(int left, int right) {
        int review = plan.thresholds.review();
        int one = rows.start(left);
        int other = rows.start(right);
        int open = sumSettled(one, other);
        for (int position = 0; open != 0; position++) {
            if (smallest() < review) {
                return BELOW_REVIEW;
            }
            int comparison = plan.order[position];
            if ((open & 1 << comparison) != 0) {
                open &= ~(1 << comparison);
                addOpen(comparison, left, right, one, other);
            }
        }
        int weight = smallest();
        return weight < review ? BELOW_REVIEW : weight;
    }

    /**
     * Sums what needs no comparing, and for the rest what it may weigh at most; answers the rest, a bit per comparison. Which of the
     * cases holds is worked out without a branch: no processor could foresee it.
     */
    private int sumSettled(int one, int other) {
        long[] firsts = plan.first;
        long[] seconds = plan.second;
        long[] opens = plan.open;
        int count = plan.weights.length;
        long open = 0;
        long sum = plan.firstPrior;
        long otherSum = plan.secondPrior;
        for (int comparison = 0; comparison < count; comparison++) {
            int situation = ScoringPlan.CASES * comparison
                    + ScoringPlan.situation(codes[one + comparison], codes[other + comparison]);
            sum += firsts[situation];
            otherSum += seconds[situation];
            open |= opens[situation];
        }
        for (int adjusted = (int) (open >>> Integer.SIZE); adjusted != 0; adjusted &= adjusted - 1) {
            int comparison = Integer.numberOfTrailingZeros(adjusted);
            sum += plan.adjustmentOfEqual(comparison, codes[one + comparison]);
        }
        first = sum;
        second = otherSum;
        return (int) open;
    }

    private int smallest() {
        return Math.min(Weights.smaller(first), Weights.smaller(second));
    }

    /** The score of a pair, whatever it is. */
    public PairScore score(int left, int right) {
        int weight = weight(left, right);
        return new PairScore(weight, plan.thresholds.grade(weight));
    }

    /** The weight of a pair, whatever it is. */
    public int weight(int left, int right) {
        int one = rows.start(left);
        int other = rows.start(right);
        int open = sumSettled(one, other);
        while (open != 0) {
            int comparison = Integer.numberOfTrailingZeros(open);
            open &= open - 1;
            addOpen(comparison, left, right, one, other);
        }
        return smallest();
    }

    /** Puts what a comparison weighs in the place of what it may weigh at most. */
    private void addOpen(int position, int left, int right, int one, int other) {
        int leftCode = codes[one + position];
        int rightCode = codes[other + position];
        int situation = ScoringPlan.CASES * position + ScoringPlan.situation(leftCode, rightCode);
        first -= plan.first[situation];
        second -= plan.second[situation];
        int level = (leftCode | rightCode) < 0
                ? levelOfLists(position, left, right, leftCode, rightCode)
                : levels.ofDifferent(position, left, right, leftCode, rightCode);
        first += plan.firstOfLevel[position][level];
        second += plan.secondOfLevel[position][level];
        if (plan.weights[position].isAdjusted(level)) {
            first += Weights.of(adjustment(position, level, left, right), 0);
        }
    }

    private int levelOfLists(int position, int left, int right, int leftCode, int rightCode) {
        return plan.settled[position] && !plan.comparisons[position].haveOneInCommon(leftCode, rightCode)
                ? plan.firstOfLevel[position].length - 1
                : levels.ofLists(position, left, right, leftCode, rightCode);
    }

    private int adjustment(int position, int level, int left, int right) {
        Comparison comparison = plan.comparisons[position];
        return plan.weights[position].adjustment(level, comparison.code(left), comparison.code(right));
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
