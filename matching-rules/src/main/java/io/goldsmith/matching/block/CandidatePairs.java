package io.goldsmith.matching.block;

import io.goldsmith.matching.record.RecordTable;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The candidate pairs of a table, in ranges of blocks that threads may work on side by side. A pair comes once, from the first rule
 * that brings it and within it from its smallest shared key; no set of pairs is held. Thread-safe.
 */
public final class CandidatePairs {

    private static final long PAIRS_PER_RANGE = 1 << 16;

    private final RecordTable table;
    private final PairMode mode;
    private final List<RuleBlocks> rules;
    private final IntArrayList rangeRules = new IntArrayList();
    private final IntArrayList rangeStarts = new IntArrayList();
    private final IntArrayList rangeEnds = new IntArrayList();
    private final AtomicLongArray comparedPairs;

    private CandidatePairs(RecordTable table, PairMode mode, List<RuleBlocks> rules) {
        this.table = table;
        this.mode = mode;
        this.rules = rules;
        this.comparedPairs = new AtomicLongArray(rules.size());
        for (int rule = 0; rule < rules.size(); rule++) {
            cutRanges(rule);
        }
    }

    /** Takes one candidate pair, the smaller row first. */
    @FunctionalInterface
    public interface PairConsumer {
        /** Called once for each pair. */
        void accept(int left, int right);
    }

    /** Blocks a table; blocks of more than {@code maxBlockSize} rows are refined or given up. */
    public static CandidatePairs of(RecordTable table, Blocking blocking, int maxBlockSize, PairMode mode) {
        List<RuleBlocks> rules = new ArrayList<>();
        for (BlockingRule rule : blocking.rules()) {
            rules.add(RuleBlocks.of(table, rule, maxBlockSize));
        }
        return new CandidatePairs(table, mode, rules);
    }

    private void cutRanges(int rule) {
        RuleBlocks blocks = rules.get(rule);
        int start = 0;
        long pairs = 0;
        for (int block = 0; block < blocks.blocks(); block++) {
            pairs += RuleBlocks.pairs(blocks.end(block) - (long) blocks.start(block));
            if (pairs >= PAIRS_PER_RANGE || block == blocks.blocks() - 1) {
                rangeRules.add(rule);
                rangeStarts.add(start);
                rangeEnds.add(block + 1);
                start = block + 1;
                pairs = 0;
            }
        }
    }

    /** How many ranges there are. */
    public int ranges() {
        return rangeRules.size();
    }

    /** Hands every pair of one range to the consumer. */
    public void forEach(int range, PairConsumer consumer) {
        int rule = rangeRules.getInt(range);
        RuleBlocks blocks = rules.get(rule);
        long compared = 0;
        for (int block = rangeStarts.getInt(range); block < rangeEnds.getInt(range); block++) {
            for (int one = blocks.start(block); one < blocks.end(block); one++) {
                for (int other = one + 1; other < blocks.end(block); other++) {
                    int left = blocks.row(one);
                    int right = blocks.row(other);
                    if (allowed(left, right) && isFirst(rule, blocks.key(block), left, right)) {
                        consumer.accept(left, right);
                        compared++;
                    }
                }
            }
        }
        comparedPairs.addAndGet(rule, compared);
    }

    private boolean allowed(int left, int right) {
        return switch (mode) {
            case LINK_AND_DEDUPE -> true;
            case DEDUPE -> table.sameSource(left, right);
            case LINK -> !table.sameSource(left, right);
        };
    }

    private boolean isFirst(int rule, long key, int left, int right) {
        for (int earlier = 0; earlier < rule; earlier++) {
            if (rules.get(earlier).keys().smallestShared(left, right) != 0) {
                return false;
            }
        }
        return rules.get(rule).keys().smallestShared(left, right) == key;
    }

    /** What was brought so far; complete once every range was worked on. */
    public BlockingStatistics statistics() {
        List<BlockingStatistics.RuleStatistics> statistics = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            statistics.add(rules.get(rule).statistics(comparedPairs.get(rule)));
        }
        return new BlockingStatistics(table.size(), statistics);
    }
}
