package io.goldsmith.matching.score;

import io.goldsmith.matching.compare.Comparison;
import io.goldsmith.matching.record.RecordTable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the scorers of one table share: codes, the weights of equal values, the greatest weights of different ones, and the order in which
 * different values are compared. Weights against rivals lie in two words, as {@link Weights} says. Immutable, thread-safe.
 */
final class ScoringPlan {

    final ComparisonWeights[] weights;
    final ScoreThresholds thresholds;
    final int[] codes;
    final int stride;
    final long firstPrior;
    final long secondPrior;
    final long[] firstGreatest;
    final long[] secondGreatest;
    final int[] order;
    final boolean[] swaps;
    private static final int ROWS_WORTH_THREADS = 10_000;

    /** With more distinct values than this a pair of them seldom comes twice, and looking it up costs more than comparing it. */
    private static final int MOST_VALUES_REMEMBERED = 100_000;

    private final long[][] firstOfEqual;
    private final long[][] secondOfEqual;
    private final int rivals;

    ScoringPlan(List<ComparisonWeights> comparisons, ScoreThresholds thresholds, RecordTable table) {
        this.weights = comparisons.toArray(new ComparisonWeights[0]);
        this.thresholds = thresholds;
        this.rivals = thresholds.rivals().size();
        ComparedCodes compared = new ComparedCodes(
                comparisons.stream().map(ComparisonWeights::comparison).toList(), table.size());
        this.codes = compared.codes();
        this.stride = compared.stride();
        this.firstPrior = Weights.of(prior(0), prior(1));
        this.secondPrior = Weights.of(prior(2), prior(3));
        this.firstGreatest = new long[weights.length];
        this.secondGreatest = new long[weights.length];
        this.firstOfEqual = new long[weights.length][];
        this.secondOfEqual = new long[weights.length][];
        IntStream positions = IntStream.range(0, weights.length);
        (table.size() >= ROWS_WORTH_THREADS ? positions.parallel() : positions).forEach(comparison -> {
            firstGreatest[comparison] = Weights.of(greatest(comparison, 0), greatest(comparison, 1));
            secondGreatest[comparison] = Weights.of(greatest(comparison, 2), greatest(comparison, 3));
            fillOfEqual(comparison);
        });
        this.swaps = new boolean[weights.length];
        for (int comparison = 0; comparison < weights.length; comparison++) {
            swaps[comparison] = weights[comparison].comparison().hasSwapLevel();
        }
        this.order = IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer position) ->
                        weights[position].weightOfElse() - weights[position].greatestOfDifferent(0)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** A rival that the model does not know starts so high that it never decides. */
    private int prior(int rival) {
        return rival < rivals ? thresholds.priors().get(rival) : Integer.MAX_VALUE / 2;
    }

    private int greatest(int comparison, int rival) {
        return rival < rivals ? weights[comparison].greatestOfDifferent(rival) : 0;
    }

    private void fillOfEqual(int position) {
        Comparison comparison = weights[position].comparison();
        boolean constant = weights[position].isConstantForEqual();
        int codesOfColumn = comparison.column().codes();
        int count = constant ? Math.min(2, codesOfColumn) : codesOfColumn;
        long[] first = new long[Math.max(1, count)];
        long[] second = new long[rivals > Weights.PER_WORD ? first.length : 1];
        for (int code = 1; code < count; code++) {
            int level = comparison.levelOfCodes(code, code);
            first[code] = first(position, level, code, code);
            if (rivals > Weights.PER_WORD) {
                second[code] = second(position, level, code, code);
            }
        }
        firstOfEqual[position] = constant ? new long[] {first[first.length - 1]} : first;
        secondOfEqual[position] = constant ? new long[] {second[second.length - 1]} : second;
    }

    /** Whether pairs of a comparison's values come often enough to be remembered. */
    boolean isWorthAMemo(int comparison) {
        return weights[comparison].comparison().column().codes() <= MOST_VALUES_REMEMBERED;
    }

    long firstOfEqual(int comparison, int code) {
        long[] equal = firstOfEqual[comparison];
        return equal.length == 1 ? equal[0] : equal[code];
    }

    long secondOfEqual(int comparison, int code) {
        long[] equal = secondOfEqual[comparison];
        return equal.length == 1 ? equal[0] : equal[code];
    }

    /** The weights of a level against the first two rivals. */
    long first(int comparison, int level, int one, int other) {
        return Weights.of(weight(comparison, 0, level, one, other), weight(comparison, 1, level, one, other));
    }

    /** The weights of a level against the other two. */
    long second(int comparison, int level, int one, int other) {
        return Weights.of(weight(comparison, 2, level, one, other), weight(comparison, 3, level, one, other));
    }

    private int weight(int comparison, int rival, int level, int one, int other) {
        return rival < rivals ? weights[comparison].weight(rival, level, one, other) : 0;
    }
}
