package io.goldsmith.matching.cluster;

import io.goldsmith.matching.block.BlockingStatistics;
import it.unimi.dsi.fastutil.Arrays;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Objects;

/**
 * Scored pairs of rows at or above the review threshold as columns, sorted by (left, right): twelve bytes per pair. Immutable.
 */
public final class ScoredPairs {

    private final int[] left;
    private final int[] right;
    private final int[] weight;
    private final BlockingStatistics statistics;

    private ScoredPairs(int[] left, int[] right, int[] weight, BlockingStatistics statistics) {
        this.left = left;
        this.right = right;
        this.weight = weight;
        this.statistics = statistics;
    }

    /** Starts a collection. */
    public static Builder builder() {
        return new Builder();
    }

    /** How many pairs there are. */
    public int size() {
        return left.length;
    }

    /** The row with the smaller record id. */
    public int left(int pair) {
        return left[pair];
    }

    /** The row with the greater record id. */
    public int right(int pair) {
        return right[pair];
    }

    /** The match weight, in the units of {@link io.goldsmith.matching.score.MatchWeight}. */
    public int weight(int pair) {
        return weight[pair];
    }

    /** One pair as an object, for callers that look at few. */
    public ScoredPair pair(int pair) {
        return new ScoredPair(left[pair], right[pair], weight[pair]);
    }

    /** How the pairs came together: what each blocking rule brought and gave up. */
    public BlockingStatistics statistics() {
        return statistics;
    }

    /** Takes pairs in any order. Not thread-safe: each thread fills its own, one takes them all. */
    public static final class Builder {

        private final IntArrayList left = new IntArrayList();
        private final IntArrayList right = new IntArrayList();
        private final IntArrayList weight = new IntArrayList();
        private BlockingStatistics statistics = BlockingStatistics.none();

        private Builder() {}

        /** Adds one pair of two different rows, in either order. */
        public Builder add(int one, int other, int pairWeight) {
            left.add(Math.min(one, other));
            right.add(Math.max(one, other));
            weight.add(pairWeight);
            return this;
        }

        /** Adds every pair of another builder. */
        public Builder addAll(Builder others) {
            left.addAll(others.left);
            right.addAll(others.right);
            weight.addAll(others.weight);
            return this;
        }

        /** Says how the pairs came together. */
        public Builder statistics(BlockingStatistics blocking) {
            this.statistics = Objects.requireNonNull(blocking, "blocking");
            return this;
        }

        /** The pairs, sorted. */
        public ScoredPairs build() {
            int[] l = left.toIntArray();
            int[] r = right.toIntArray();
            int[] w = weight.toIntArray();
            Arrays.quickSort(
                    0,
                    l.length,
                    (a, b) -> l[a] != l[b] ? Integer.compare(l[a], l[b]) : Integer.compare(r[a], r[b]),
                    (a, b) -> {
                        swap(l, a, b);
                        swap(r, a, b);
                        swap(w, a, b);
                    });
            return new ScoredPairs(l, r, w, statistics);
        }

        private static void swap(int[] array, int one, int other) {
            int kept = array[one];
            array[one] = array[other];
            array[other] = kept;
        }
    }
}
