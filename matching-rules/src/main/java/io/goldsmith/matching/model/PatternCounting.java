package io.goldsmith.matching.model;

import io.goldsmith.matching.compare.ComparedRows;
import io.goldsmith.matching.compare.PairLevels;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Compares pairs of rows and counts the patterns of levels that they show. Immutable, thread-safe. */
final class PatternCounting {

    private static final int PAIRS_PER_TASK = 1 << 16;

    private final ComparedRows rows;
    private final int comparisons;

    PatternCounting(ComparedRows rows) {
        this.rows = rows;
        this.comparisons = rows.comparisons().size();
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
        PairLevels levels = rows.levels(true);
        for (int pair = from; pair < to; pair++) {
            count(left.applyAsInt(pair), right.applyAsInt(pair), levels, counts);
        }
        return counts;
    }

    private void count(int left, int right, PairLevels levels, PatternCounts counts) {
        long first = 0;
        long second = 0;
        for (int comparison = 0; comparison < comparisons; comparison++) {
            long bits = LevelPattern.bits(comparison, levels.level(comparison, left, right));
            if (LevelPattern.inFirstWord(comparison)) {
                first |= bits;
            } else {
                second |= bits;
            }
        }
        counts.add(first, second, 1);
    }
}
