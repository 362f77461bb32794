package io.goldsmith.matching.model;

import io.goldsmith.matching.compare.Comparison;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Compares pairs of rows and counts the patterns of levels that they show. Immutable, thread-safe. */
final class PatternCounting {

    private static final int PAIRS_PER_TASK = 1 << 13;

    private final Comparison[] comparisons;

    PatternCounting(List<Comparison> comparisons) {
        this.comparisons = comparisons.toArray(new Comparison[0]);
    }

    /** Counts the pairs from 0 to {@code pairs}, on the threads of the common pool that this is called in. */
    PatternCounts count(int pairs, IntUnaryOperator left, IntUnaryOperator right) {
        int tasks = (pairs + PAIRS_PER_TASK - 1) / PAIRS_PER_TASK;
        return IntStream.range(0, tasks)
                .parallel()
                .mapToObj(task ->
                        countRange(task * PAIRS_PER_TASK, Math.min(pairs, (task + 1) * PAIRS_PER_TASK), left, right))
                .collect(PatternCounts::new, PatternCounts::addAll, PatternCounts::addAll);
    }

    private PatternCounts countRange(int from, int to, IntUnaryOperator left, IntUnaryOperator right) {
        PatternCounts counts = new PatternCounts();
        for (int pair = from; pair < to; pair++) {
            count(left.applyAsInt(pair), right.applyAsInt(pair), counts);
        }
        return counts;
    }

    private void count(int left, int right, PatternCounts counts) {
        long first = 0;
        long second = 0;
        for (int comparison = 0; comparison < comparisons.length; comparison++) {
            long bits = LevelPattern.bits(comparison, comparisons[comparison].level(left, right));
            if (LevelPattern.inFirstWord(comparison)) {
                first |= bits;
            } else {
                second |= bits;
            }
        }
        counts.add(first, second, 1);
    }
}
