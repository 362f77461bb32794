package io.goldsmith.matching.block;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordTable;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of a table by their blocking keys, to find the candidates of single records: those that a batch of the table and the record
 * would bring. Five to eighteen bytes per row and rule that gives it a key. Immutable, thread-safe.
 */
public final class BlockIndex {

    private final Blocking blocking;
    private final SizeBound bound;
    private final List<RuleIndex> rules;

    private BlockIndex(Blocking blocking, SizeBound bound, List<RuleIndex> rules) {
        this.blocking = blocking;
        this.bound = bound;
        this.rules = rules;
    }

    /**
     * Indexes a table.
     *
     * @param blocking the rules; if their refinement is not frozen, it is found on this table and frozen
     * @param maxBlockSize the most rows of a block, at least 1; a key that more than ten times as many rows have brings none
     * @param threads how many threads work, at least 1
     */
    public static BlockIndex of(RecordTable table, Blocking blocking, int maxBlockSize, int threads) {
        Blocking frozen = blocking.refinement().isPresent()
                ? blocking
                : Blocking.of(blocking.rules(), BlockingRefinement.of(table, blocking.rules(), maxBlockSize));
        TableHashes hashes = new TableHashes(table);
        RuleIndex[] rules = new RuleIndex[frozen.compiled().size()];
        Workers.run(
                threads,
                rules.length,
                rule -> rules[rule] = RuleIndex.of(hashes, frozen.compiled().get(rule)));
        return new BlockIndex(frozen, new SizeBound(maxBlockSize, true), List.of(rules));
    }

    /** The rules with the refinement that applies. */
    public Blocking blocking() {
        return blocking;
    }

    /** The rows that share a key with a record in standard form, ascending, each once; the record's own, if it is in the table. */
    public int[] candidates(AttributeValues standard) {
        RecordKeys working = new RecordKeys();
        LongArrayList keys = new LongArrayList();
        IntArrayList found = new IntArrayList();
        for (int rule = 0; rule < rules.size(); rule++) {
            keys.clear();
            blocking.compiled().get(rule).addKeys(standard, working, keys);
            for (int key = 0; key < keys.size(); key++) {
                rules.get(rule).addRows(keys.getLong(key), bound.limit(), found);
            }
        }
        int[] rows = found.elements();
        IntArrays.quickSort(rows, 0, found.size());
        int distinct = 0;
        for (int position = 0; position < found.size(); position++) {
            if (distinct == 0 || rows[position] != rows[distinct - 1]) {
                rows[distinct++] = rows[position];
            }
        }
        return Arrays.copyOf(rows, distinct);
    }
}
