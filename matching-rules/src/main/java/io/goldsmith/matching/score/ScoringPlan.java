package io.goldsmith.matching.score;

import io.goldsmith.matching.compare.ComparedRows;
import io.goldsmith.matching.compare.Comparison;
import io.goldsmith.matching.record.Column;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the scorers of one table share: codes, the weights of levels and of equal values, the greatest weights of different ones, and the
 * order in which different values are compared. Weights against rivals lie in two words, as {@link Weights} says. Immutable, thread-safe.
 */
final class ScoringPlan {

    private static final int ROWS_WORTH_THREADS = 10_000;

    /** What belongs to so many values about fits into a core's cache; reaching for more costs a few times as much. */
    private static final int MOST_VALUES_IN_CACHE = 50_000;

    private static final int COST_OUT_OF_CACHE = 3;

    /** How many cases {@link #situation} tells apart. */
    static final int CASES = 8;

    private static final int EQUAL = 4;
    private static final int DIFFERENT = 5;
    private static final int LISTS = 6;

    final ComparisonWeights[] weights;
    final Comparison[] comparisons;
    final ScoreThresholds thresholds;
    final ComparedRows rows;
    final long firstPrior;
    final long secondPrior;

    /** By comparison and level, unadjusted. */
    final long[][] firstOfLevel;

    final long[][] secondOfLevel;

    /** Comparisons whose different single values can only get the last level. */
    final boolean[] settled;

    final int[] order;

    /**
     * By comparison and {@link #situation}: what is summed at once against the first two rivals and the others. Of different values and of
     * lists it is the greatest weight that they can get.
     */
    final long[] first;

    final long[] second;

    /**
     * The same: the comparison's bit if it is yet to be compared, and its bit in the high half if the weight of the equal value depends
     * on how common it is.
     */
    final long[] open;

    /** By comparison and element, of comparisons whose equal values weigh more the rarer they are. */
    private final int[][] adjustmentOfEqual;

    private final int[] levelOfEqual;
    private final int rivals;

    ScoringPlan(List<ComparisonWeights> given, ScoreThresholds thresholds, ComparedRows rows) {
        this.weights = given.toArray(new ComparisonWeights[0]);
        this.comparisons = given.stream().map(ComparisonWeights::comparison).toArray(Comparison[]::new);
        this.thresholds = thresholds;
        this.rivals = thresholds.rivals().size();
        this.rows = rows;
        this.firstPrior = Weights.of(prior(0), prior(1));
        this.secondPrior = Weights.of(prior(2), prior(3));
        int count = weights.length;
        this.firstOfLevel = new long[count][];
        this.secondOfLevel = new long[count][];
        this.settled = new boolean[count];
        this.adjustmentOfEqual = new int[count][];
        this.levelOfEqual = new int[count];
        this.first = new long[CASES * count];
        this.second = new long[CASES * count];
        this.open = new long[CASES * count];
        IntStream positions = IntStream.range(0, count);
        (rows.table().size() >= ROWS_WORTH_THREADS ? positions.parallel() : positions).forEach(this::fill);
        this.order = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingInt(this::mostGained))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** A rival that the model does not know starts so high that it never decides. */
    private int prior(int rival) {
        return rival < rivals ? thresholds.priors().get(rival) : Integer.MAX_VALUE / 2;
    }

    private void fill(int comparison) {
        ComparisonWeights own = weights[comparison];
        firstOfLevel[comparison] = new long[own.levels()];
        secondOfLevel[comparison] = new long[own.levels()];
        for (int level = 0; level < own.levels(); level++) {
            firstOfLevel[comparison][level] = Weights.of(ofLevel(own, 0, level), ofLevel(own, 1, level));
            secondOfLevel[comparison][level] = Weights.of(ofLevel(own, 2, level), ofLevel(own, 3, level));
        }
        settled[comparison] = comparisons[comparison].isSettledForDifferent();
        Column column = comparisons[comparison].column();
        int equal = comparisons[comparison].levelOfEqualElements();
        levelOfEqual[comparison] = equal;
        adjustmentOfEqual[comparison] = new int[own.isAdjusted(equal) ? column.elementCodes() : 0];
        for (int element = 1; element < adjustmentOfEqual[comparison].length; element++) {
            adjustmentOfEqual[comparison][element] = own.adjustmentOfElements(equal, element, element);
        }
        fillCases(comparison);
    }

    private int ofLevel(ComparisonWeights own, int rival, int level) {
        return rival < rivals ? own.weightOfLevel(rival, level) : 0;
    }

    private int greatest(ComparisonWeights own, int rival, boolean lists) {
        return rival < rivals ? own.greatestOfDifferent(rival, lists) : 0;
    }

    /** How much of what is taken for possible goes when the last level holds, for the time that it takes to find out; negated. */
    private int mostGained(int comparison) {
        long last = firstOfLevel[comparison][firstOfLevel[comparison].length - 1];
        Column column = comparisons[comparison].column();
        long most = first[CASES * comparison + (column.attribute().multiValued() ? LISTS : DIFFERENT)];
        int cost = column.elementCodes() > MOST_VALUES_IN_CACHE ? COST_OUT_OF_CACHE : 1;
        return (Weights.high(last) - Weights.high(most)) / cost;
    }

    private void fillCases(int comparison) {
        int start = CASES * comparison;
        long bit = 1L << comparison;
        first[start + EQUAL] = firstOfLevel[comparison][levelOfEqual[comparison]];
        second[start + EQUAL] = secondOfLevel[comparison][levelOfEqual[comparison]];
        open[start + EQUAL] = adjustmentOfEqual[comparison].length > 0 ? bit << Integer.SIZE : 0;
        ComparisonWeights own = weights[comparison];
        first[start + DIFFERENT] = Weights.of(greatest(own, 0, false), greatest(own, 1, false));
        second[start + DIFFERENT] = Weights.of(greatest(own, 2, false), greatest(own, 3, false));
        open[start + DIFFERENT] = settled[comparison] ? 0 : bit;
        for (int lists = start + LISTS; lists < start + CASES; lists++) {
            first[lists] = Weights.of(greatest(own, 0, true), greatest(own, 1, true));
            second[lists] = Weights.of(greatest(own, 2, true), greatest(own, 3, true));
            open[lists] = bit;
        }
    }

    /** How two numbers of a comparison stand to each other: 4 if they are one element, 5 two, 6 or 7 lists; less if one is missing. */
    static int situation(int one, int other) {
        int present = isNot0(one) & isNot0(other);
        return isNot0(one ^ other) | (one | other) >>> Integer.SIZE - 1 << 1 | present << 2;
    }

    private static int isNot0(int number) {
        return (number | -number) >>> Integer.SIZE - 1;
    }

    /** By how much an equal element's weight against strangers differs from its level's. */
    long adjustmentOfEqual(int comparison, int element) {
        return Weights.of(adjustmentOfEqual[comparison][element], 0);
    }
}
