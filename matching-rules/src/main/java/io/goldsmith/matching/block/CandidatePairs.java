package io.goldsmith.matching.block;

import io.goldsmith.matching.block.BlockingStatistics.RuleStatistics;
import io.goldsmith.matching.record.RecordTable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The candidate pairs of a table, in ranges that threads may work on side by side. A pair comes once, from the first rule that brings it
 * and within it from the first block; no set of pairs is held. At most four bytes per row and rule, and four more where the row shares its
 * key. Thread-safe.
 */
public final class CandidatePairs {

    /** The codes of so many rows stay in the nearest caches until their pairs have come. */
    private static final int ROWS_EXPECTED = 256;

    private final BlockPairs pairs;
    private final Blocking blocking;
    private final List<RuleBlocks> rules;
    private final Memberships memberships;
    private final PairRanges ranges;
    private final long possiblePairs;
    private final AtomicLongArray comparedPairs;

    private CandidatePairs(BlockPairs pairs, Blocking blocking, List<RuleBlocks> rules, int threads) {
        this.pairs = pairs;
        this.blocking = blocking;
        this.rules = rules;
        this.memberships = Memberships.of(rules, pairs.table().size(), threads);
        this.ranges = PairRanges.of(rules);
        this.possiblePairs = pairs.possible();
        this.comparedPairs = new AtomicLongArray(rules.size());
    }

    /** Takes one candidate pair, the smaller row first. */
    @FunctionalInterface
    public interface PairConsumer {
        /** Called once for each pair. */
        void accept(int left, int right);

        /**
         * Called before pairs of rows at these positions come, most of them there, so that what a row's pairs need can be fetched
         * side by side instead of one after the other. Does nothing unless overridden.
         */
        default void expect(int[] rows, int from, int to) {}
    }

    /** Chooses among pairs by their rows alone. */
    @FunctionalInterface
    public interface PairFilter {
        /** Whether a pair is wanted, the smaller row first; asked once for each block that brings it. */
        boolean accepts(int left, int right);
    }

    /** Blocks a table on as many threads as the machine has processors. */
    public static CandidatePairs of(RecordTable table, Blocking blocking, int maxBlockSize, PairMode mode) {
        return of(table, blocking, maxBlockSize, mode, Runtime.getRuntime().availableProcessors());
    }

    /**
     * Blocks a table. Under a frozen refinement, blocks of more than {@code maxBlockSize} rows are made and reported as outgrown, or
     * given up from ten times as many on; without one the refinement is found here, so that no block has more.
     *
     * @param maxBlockSize the most rows of a block, at least 1
     * @param threads how many threads work, at least 1; the outcome is the same
     */
    public static CandidatePairs of(
            RecordTable table, Blocking blocking, int maxBlockSize, PairMode mode, int threads) {
        BlockPairs pairs = new BlockPairs(table, mode);
        return new CandidatePairs(pairs, blocking, RuleBlocking.all(pairs, blocking, maxBlockSize, threads), threads);
    }

    /** The refinement that applies: the frozen one, or the one found on this table, to be frozen in a model. */
    public BlockingRefinement refinement() {
        return blocking.refinement().orElseGet(() -> BlockingRefinement.found(blocking.rules(), rules));
    }

    /** How many ranges there are. */
    public int ranges() {
        return ranges.count();
    }

    /** Hands every pair of one range to the consumer. */
    public void forEach(int range, PairConsumer consumer) {
        int rule = ranges.rule(range);
        RuleBlocks blocks = rules.get(rule);
        FirstBlock first = new FirstBlock(memberships, blocks.rows(), rule);
        int position = ranges.start(range);
        int expected = position;
        long compared = 0;
        for (int block = blocks.blockAt(position); position < ranges.end(range); block++) {
            int end = blocks.starts()[block + 1];
            if (end > expected) {
                expected = Math.max(end, Math.min(blocks.rows().length, position + ROWS_EXPECTED));
                consumer.expect(blocks.rows(), position, expected);
            }
            compared += forEach(blocks, first, block, position, Math.min(end, ranges.end(range)), consumer);
            position = end;
        }
        comparedPairs.addAndGet(rule, compared);
    }

    /**
     * Hands the wanted pairs of one range to the consumer, and does not count them as compared. Much cheaper than handing out all where
     * few are wanted: whether a pair comes first from its block is looked up for those alone.
     */
    public void forEachWanted(int range, PairFilter wanted, PairConsumer consumer) {
        RuleBlocks blocks = rules.get(ranges.rule(range));
        FirstBlock first = new FirstBlock(memberships, blocks.rows(), ranges.rule(range));
        int[] rows = blocks.rows();
        int position = ranges.start(range);
        for (int block = blocks.blockAt(position); position < ranges.end(range); block++) {
            int end = blocks.starts()[block + 1];
            int sourceEnd = position;
            for (; position < Math.min(end, ranges.end(range)); position++) {
                sourceEnd = position < sourceEnd ? sourceEnd : pairs.sourceEnd(rows, position, end);
                int last = pairs.last(sourceEnd, end);
                for (int other = pairs.first(position, sourceEnd); other < last; other++) {
                    if (wanted.accepts(rows[position], rows[other]) && first.isFirstOfTable(block, position, other)) {
                        consumer.accept(rows[position], rows[other]);
                    }
                }
            }
        }
    }

    /** The pairs of some rows of a block with those behind them. */
    private long forEach(RuleBlocks blocks, FirstBlock first, int block, int from, int to, PairConsumer consumer) {
        int[] rows = blocks.rows();
        int end = blocks.starts()[block + 1];
        boolean isRead = first.read(from, end);
        int sourceEnd = from;
        long compared = 0;
        for (int position = from; position < to; position++) {
            sourceEnd = position < sourceEnd ? sourceEnd : pairs.sourceEnd(rows, position, end);
            int last = pairs.last(sourceEnd, end);
            for (int other = pairs.first(position, sourceEnd); other < last; other++) {
                if (isRead ? first.isFirst(block, position, other) : first.isFirstOfTable(block, position, other)) {
                    consumer.accept(rows[position], rows[other]);
                    compared++;
                }
            }
        }
        return compared;
    }

    /** Whether any rule brings the pair of two rows, in either order; false for a row with itself. */
    public boolean isCandidate(int left, int right) {
        return left != right && pairs.allows(left, right) && memberships.areShared(left, right);
    }

    /** What the rules bring; the compared pairs are those handed out so far. */
    public BlockingStatistics statistics() {
        List<RuleStatistics> statistics = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            statistics.add(rules.get(rule).statistics().compared(comparedPairs.get(rule)));
        }
        return new BlockingStatistics(pairs.table().size(), possiblePairs, statistics);
    }
}
