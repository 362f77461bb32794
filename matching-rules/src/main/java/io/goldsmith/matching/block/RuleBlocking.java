package io.goldsmith.matching.block;

import io.goldsmith.matching.block.BlockingStatistics.RuleStatistics;
import io.goldsmith.matching.block.LargeBlock.Outcome;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Makes the blocks of one rule, level by level: rows that share a key are a block, or, where the key is too large, go on to the next
 * level with a further part behind it. For one thread, used once.
 */
final class RuleBlocking {

    private final TableHashes hashes;
    private final CompiledRule rule;
    private final SizeBound bound;
    private final BlockPairs pairs;

    private final IntArrayList rows = new IntArrayList();
    private final IntArrayList starts = new IntArrayList();
    private final LongArrayList tooLarge = new LongArrayList();
    private final LargestBlocks largest = new LargestBlocks();
    private int[] members = new int[0];
    private int largestMade;
    private long pairBound;
    private long refined;
    private long outgrown;
    private long givenUp;
    private long givenUpPairs;

    private RuleBlocking(TableHashes hashes, CompiledRule rule, SizeBound bound, BlockPairs pairs) {
        this.hashes = hashes;
        this.rule = rule;
        this.bound = bound;
        this.pairs = pairs;
    }

    /** The blocks of every rule, made on several threads. */
    static List<RuleBlocks> all(BlockPairs pairs, Blocking blocking, int maxBlockSize, int threads) {
        SizeBound bound = new SizeBound(maxBlockSize, blocking.refinement().isPresent());
        TableHashes hashes = new TableHashes(pairs.table());
        List<CompiledRule> rules = blocking.compiled();
        RuleBlocks[] blocks = new RuleBlocks[rules.size()];
        Workers.run(
                threads,
                blocks.length,
                rule -> blocks[rule] = new RuleBlocking(hashes, rules.get(rule), bound, pairs).blocks());
        return List.of(blocks);
    }

    private RuleBlocks blocks() {
        KeyEntries entries = hashes.keys(rule);
        long keys = entries.size();
        long cutRecords = entries.cutRecords();
        boolean severalPerRow = entries.severalPerRow();
        BitSet further = sortOut(entries, 0);
        for (int level = 1; !further.isEmpty(); level++) {
            entries = entries.refined(further, hashes.of(rule.refine().get(level - 1)));
            cutRecords += entries.cutRecords();
            severalPerRow |= entries.severalPerRow();
            further = sortOut(entries, level);
        }
        starts.add(rows.size());
        RuleStatistics statistics = new RuleStatistics(
                rule.rule().text(),
                keys,
                starts.size() - 1,
                largestMade,
                pairBound,
                0,
                refined,
                outgrown,
                givenUp,
                givenUpPairs,
                cutRecords,
                largest.withValues(hashes.table(), rule));
        return new RuleBlocks(
                rows.toIntArray(), starts.toIntArray(), severalPerRow, tooLarge.toLongArray(), statistics);
    }

    /** Makes the blocks of one level; answers the entries whose keys need a further part. */
    private BitSet sortOut(KeyEntries entries, int level) {
        KeyGroups groups = KeyGroups.shared(entries);
        BitSet further = new BitSet();
        for (int group = 0; group < groups.count(); group++) {
            int start = groups.start(group);
            int size = groups.start(group + 1) - start;
            long key = entries.key(groups.entry(start));
            read(entries, groups, start, size);
            Outcome outcome = outcome(key, size, level);
            switch (outcome) {
                case MADE, OUTGROWN -> make(size);
                case GIVEN_UP -> giveUp(size);
                case REFINED -> refine(size, level);
            }
            if (outcome == Outcome.REFINED) {
                for (int position = start; position < start + size; position++) {
                    further.set(groups.entry(position));
                }
            }
            largest.add(size, level, members[0], key, outcome);
        }
        return further;
    }

    private void read(KeyEntries entries, KeyGroups groups, int start, int size) {
        members = members.length < size ? new int[Math.max(size, 2 * members.length)] : members;
        for (int member = 0; member < size; member++) {
            members[member] = entries.row(groups.entry(start + member));
        }
    }

    private Outcome outcome(long key, int size, int level) {
        if (bound.isTooLarge(rule, key, size)) {
            tooLarge.add(key);
            return level < rule.refine().size() ? Outcome.REFINED : Outcome.GIVEN_UP;
        }
        if (!bound.isOutgrown(size)) {
            return Outcome.MADE;
        }
        outgrown++;
        return bound.isPastTheLimit(size) ? Outcome.GIVEN_UP : Outcome.OUTGROWN;
    }

    private void make(int size) {
        starts.add(rows.size());
        rows.addElements(rows.size(), members, 0, size);
        largestMade = Math.max(largestMade, size);
        pairBound += pairs.count(members, 0, size);
    }

    private void giveUp(int size) {
        givenUp++;
        givenUpPairs += pairs.count(members, 0, size);
    }

    /** Counts the pairs that are lost because one of their rows has no value for the further part. */
    private void refine(int size, int level) {
        refined++;
        PartHashes further = hashes.of(rule.refine().get(level));
        int[] with = new int[size];
        int count = 0;
        for (int member = 0; member < size; member++) {
            if (further.isPresent(members[member])) {
                with[count++] = members[member];
            }
        }
        givenUpPairs += pairs.count(members, 0, size) - pairs.count(with, 0, count);
    }
}
