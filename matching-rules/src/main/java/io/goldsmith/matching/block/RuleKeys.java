package io.goldsmith.matching.block;

import io.goldsmith.matching.record.Column;
import io.goldsmith.matching.record.RecordTable;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;

/**
 * The keys of every row under one rule, as hashes; 0 means none. Most rules give one key per row, those on multi-valued attributes
 * several. Keys of blocks that are refined or given up are replaced in place, so that what two rows share is what they were compared
 * for.
 */
final class RuleKeys {

    private final int[] starts;
    private final long[] keys;

    private RuleKeys(int[] starts, long[] keys) {
        this.starts = starts;
        this.keys = keys;
    }

    static RuleKeys of(RecordTable table, int[] columns, long[][] hashes, int most) {
        boolean single = Arrays.stream(columns)
                .noneMatch(column -> table.columns().get(column).attribute().multiValued());
        if (single) {
            long[] keys = new long[table.size()];
            for (int row = 0; row < keys.length; row++) {
                keys[row] = singleKey(table, columns, hashes, row);
            }
            return new RuleKeys(new int[0], keys);
        }
        int[] starts = new int[table.size() + 1];
        LongArrayList keys = new LongArrayList(table.size());
        for (int row = 0; row < table.size(); row++) {
            for (long key : severalKeys(table, columns, hashes, row, most)) {
                keys.add(key);
            }
            starts[row + 1] = keys.size();
        }
        return new RuleKeys(starts, keys.toLongArray());
    }

    private static long singleKey(RecordTable table, int[] columns, long[][] hashes, int row) {
        long key = 0;
        for (int part = 0; part < columns.length; part++) {
            long hash = hashes[part][table.code(columns[part], row)];
            if (hash == 0) {
                return 0;
            }
            key = part == 0 ? hash : KeyHash.combined(key, hash);
        }
        return key;
    }

    private static long[] severalKeys(RecordTable table, int[] columns, long[][] hashes, int row, int most) {
        long[] keys = {};
        for (int part = 0; part < columns.length; part++) {
            Column column = table.columns().get(columns[part]);
            int code = table.code(columns[part], row);
            LongArrayList values = new LongArrayList(column.count(code));
            for (int position = 0; position < column.count(code); position++) {
                long hash = hashes[part][column.element(code, position)];
                if (hash != 0) {
                    values.add(hash);
                }
            }
            keys = part == 0 ? values.toLongArray() : product(keys, values.toLongArray(), most);
        }
        return Arrays.stream(keys).distinct().toArray();
    }

    /** Every key with every further value behind it, the first {@code most} of them. */
    static long[] product(long[] keys, long[] values, int most) {
        LongArrayList product = new LongArrayList(Math.min(most, keys.length * values.length));
        for (long key : keys) {
            for (long value : values) {
                if (product.size() < most) {
                    product.add(KeyHash.combined(key, value));
                }
            }
        }
        return product.toLongArray();
    }

    int first(int row) {
        return starts.length == 0 ? row : starts[row];
    }

    int end(int row) {
        return starts.length == 0 ? row + 1 : starts[row + 1];
    }

    /** How many key positions there are over all rows. */
    int positions() {
        return keys.length;
    }

    long key(int position) {
        return keys[position];
    }

    void replace(int position, long key) {
        keys[position] = key;
    }

    /** The smallest key that two rows share, unsigned order not meant; 0 if none. */
    long smallestShared(int left, int right) {
        if (starts.length == 0) {
            return keys[left] == keys[right] ? keys[left] : 0;
        }
        long smallest = 0;
        for (int one = starts[left]; one < starts[left + 1]; one++) {
            for (int other = starts[right]; other < starts[right + 1]; other++) {
                if (keys[one] != 0 && keys[one] == keys[other] && (smallest == 0 || keys[one] < smallest)) {
                    smallest = keys[one];
                }
            }
        }
        return smallest;
    }
}
