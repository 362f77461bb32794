package io.goldsmith.matching.block;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;

/**
 * The keys of one record under one rule while its parts are put together, one part after the other: always distinct, ascending, and at
 * most {@link #MOST}. Where there would be more, those with the smallest hashes stay, so that the order of a record's values means
 * nothing and records that share most values still share most keys. For one thread, used again record after record.
 */
final class RecordKeys {

    /** The most keys that one record has under one rule, at every level of its refinement. */
    static final int MOST = 64;

    private final LongArrayList values = new LongArrayList();
    private long[] keys = new long[MOST];
    private int size;
    private boolean cut;

    /** Begins anew with the values of the rule's first part. */
    void first() {
        cut = false;
        distinctValues();
        take(values.elements(), values.size());
        values.clear();
    }

    /** Begins anew with keys, at most {@link #MOST}, that a further part is to be put behind. */
    void parents(long[] from, int count) {
        cut = false;
        keep(from, count);
    }

    /** Puts the values of a further part behind every key; without a value no key is left. */
    void further() {
        distinctValues();
        int product = size * values.size();
        if (product == 1) {
            keys[0] = KeyHash.combined(keys[0], values.getLong(0));
        } else {
            long[] combined = new long[product];
            int position = 0;
            for (int key = 0; key < size; key++) {
                for (int value = 0; value < values.size(); value++) {
                    combined[position++] = KeyHash.combined(keys[key], values.getLong(value));
                }
            }
            take(combined, distinct(combined, product));
        }
        values.clear();
    }

    /** Where the values of the next part are put, in any order; empty after each part. */
    LongArrayList values() {
        return values;
    }

    int size() {
        return size;
    }

    long key(int position) {
        return keys[position];
    }

    /** Goes on with these keys, at most {@link #MOST}, in place of all. */
    void keep(long[] kept, int count) {
        System.arraycopy(kept, 0, keys, 0, count);
        size = count;
    }

    /** Whether the record would have had more keys. */
    boolean cut() {
        return cut;
    }

    private void distinctValues() {
        values.size(distinct(values.elements(), values.size()));
        if (values.size() > MOST) {
            cut = true;
            values.size(MOST);
        }
    }

    private void take(long[] from, int count) {
        cut |= count > MOST;
        size = Math.min(count, MOST);
        System.arraycopy(from, 0, keys, 0, size);
    }

    /** Sorts the first values and moves each distinct one to the front; answers how many those are. */
    private static int distinct(long[] values, int count) {
        if (count < 2) {
            return count;
        }
        Arrays.sort(values, 0, count);
        int distinct = 1;
        for (int position = 1; position < count; position++) {
            if (values[position] != values[distinct - 1]) {
                values[distinct++] = values[position];
            }
        }
        return distinct;
    }
}
