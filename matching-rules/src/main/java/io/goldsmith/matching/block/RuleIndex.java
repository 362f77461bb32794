package io.goldsmith.matching.block;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.BitSet;

/**
 * The rows of a table by their key under one rule, also those that no other row shares it with. Keys stand in the order of their
 * highest bits, so that a directory of one place for about four of them finds a key within one cache line: about eighteen bytes per row
 * that has a key of its own, five per row that shares one. Immutable.
 */
final class RuleIndex {

    private static final int KEYS_PER_PLACE = 4;

    private final int bits;
    private final int[] firstKeys;
    private final long[] keys;
    private final int[] starts;
    private final int[] rows;

    private RuleIndex(int bits, int[] firstKeys, long[] keys, int[] starts, int[] rows) {
        this.bits = bits;
        this.firstKeys = firstKeys;
        this.keys = keys;
        this.starts = starts;
        this.rows = rows;
    }

    /** The index of a table under a rule whose refinement is frozen. */
    static RuleIndex of(TableHashes hashes, CompiledRule rule) {
        KeyEntries entries = keys(hashes, rule);
        KeyGroups groups = KeyGroups.all(entries, KEYS_PER_PLACE);
        long[] keys = new long[groups.count()];
        int[] starts = new int[groups.count() + 1];
        int[] rows = new int[entries.size()];
        for (int group = 0; group < keys.length; group++) {
            keys[group] = entries.key(groups.entry(groups.start(group)));
            starts[group + 1] = groups.start(group + 1);
        }
        for (int position = 0; position < rows.length; position++) {
            rows[position] = entries.row(groups.entry(position));
        }
        int[] firstKeys = groups.firstGroups();
        return new RuleIndex(Integer.numberOfTrailingZeros(firstKeys.length - 1), firstKeys, keys, starts, rows);
    }

    private static KeyEntries keys(TableHashes hashes, CompiledRule rule) {
        KeyEntries entries = hashes.keys(rule);
        BitSet tooLarge = tooLarge(entries, rule);
        if (tooLarge.isEmpty()) {
            return entries;
        }
        KeyEntries kept = entries.without(tooLarge, new KeyEntries(entries.size()));
        for (CompiledPart further : rule.refine()) {
            entries = entries.refined(tooLarge, hashes.of(further));
            tooLarge = tooLarge(entries, rule);
            kept = entries.without(tooLarge, kept);
        }
        return kept;
    }

    private static BitSet tooLarge(KeyEntries entries, CompiledRule rule) {
        BitSet tooLarge = new BitSet();
        for (int entry = 0; entry < entries.size() && rule.refinesKeys(); entry++) {
            if (rule.isTooLarge(entries.key(entry))) {
                tooLarge.set(entry);
            }
        }
        return tooLarge;
    }

    /** Adds the rows that have a key, unless they are more than {@code most}. */
    void addRows(long key, int most, IntArrayList found) {
        int place = Partitions.partition(key, bits);
        for (int position = firstKeys[place]; position < firstKeys[place + 1]; position++) {
            if (keys[position] == key) {
                int count = starts[position + 1] - starts[position];
                found.addElements(found.size(), rows, starts[position], count > most ? 0 : count);
                return;
            }
        }
    }
}
