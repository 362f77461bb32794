package io.goldsmith.matching.block;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Keys of rows under one rule at one level of its refinement: row by row, twelve bytes a key. What a rule's blocks are made from, and
 * dropped then.
 */
final class KeyEntries {

    private int[] rows;
    private long[] keys;
    private int size;
    private boolean severalPerRow;
    private long cutRecords;

    /** Room for this many keys, and more when needed. */
    KeyEntries(int expected) {
        rows = new int[Math.max(16, expected)];
        keys = new long[rows.length];
    }

    /** Adds one key; rows come in ascending order. */
    void add(int row, long key) {
        if (size == rows.length) {
            int grown = (int) Math.min(Integer.MAX_VALUE - 8L, size * 2L);
            if (grown == size) {
                throw new IllegalStateException("A blocking rule gives more than " + size
                        + " keys to the records; use a key part that gives fewer keys per record.");
            }
            rows = Arrays.copyOf(rows, grown);
            keys = Arrays.copyOf(keys, grown);
        }
        severalPerRow |= size > 0 && rows[size - 1] == row;
        rows[size] = row;
        keys[size] = key;
        size++;
    }

    /** Adds every key of a row. */
    void addAll(int row, RecordKeys record) {
        for (int position = 0; position < record.size(); position++) {
            add(row, record.key(position));
        }
        cutRecords += record.cut() ? 1 : 0;
    }

    int size() {
        return size;
    }

    int row(int entry) {
        return rows[entry];
    }

    long key(int entry) {
        return keys[entry];
    }

    /** The keys; those from {@link #size()} on mean nothing. */
    long[] keys() {
        return keys;
    }

    /** Whether a row stands here with more than one key. */
    boolean severalPerRow() {
        return severalPerRow;
    }

    /** How many records would have had more keys than they may have. */
    long cutRecords() {
        return cutRecords;
    }

    /** Adds all but these entries to others, which it answers. */
    KeyEntries without(BitSet entries, KeyEntries others) {
        for (int entry = entries.nextClearBit(0); entry < size; entry = entries.nextClearBit(entry + 1)) {
            others.add(rows[entry], keys[entry]);
        }
        return others;
    }

    /** The next level: the keys of these entries with each value of a further part behind them. */
    KeyEntries refined(BitSet entries, PartHashes part) {
        KeyEntries refined = new KeyEntries(entries.cardinality());
        RecordKeys working = new RecordKeys();
        long[] parents = new long[RecordKeys.MOST];
        for (int entry = entries.nextSetBit(0); entry >= 0; ) {
            int row = rows[entry];
            int count = 0;
            while (entry >= 0 && rows[entry] == row) {
                parents[count++] = keys[entry];
                entry = entries.nextSetBit(entry + 1);
            }
            working.parents(parents, count);
            part.addTo(row, working.values());
            working.further();
            refined.addAll(row, working);
        }
        return refined;
    }
}
