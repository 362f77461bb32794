package io.goldsmith.matching.block;

import io.goldsmith.matching.record.Column;
import io.goldsmith.matching.record.RecordTable;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.List;

/**
 * The hashes that a key part takes of the values of one column, computed once per distinct value: eight bytes for each. Immutable.
 */
final class PartHashes {

    private final RecordTable table;
    private final int position;
    private final Column column;
    private final int[] starts;
    private final long[] hashes;

    private PartHashes(RecordTable table, int position, int[] starts, long[] hashes) {
        this.table = table;
        this.position = position;
        this.column = table.columns().get(position);
        this.starts = starts;
        this.hashes = hashes;
    }

    static PartHashes of(RecordTable table, CompiledPart part) {
        int position = table.column(part.part().attribute());
        Column column = table.columns().get(position);
        if (part.form() instanceof SingleKey single) {
            long[] hashes = new long[column.elementCodes()];
            for (int element = 1; element < hashes.length; element++) {
                hashes[element] = single.hash(column.text(element));
            }
            return new PartHashes(table, position, new int[0], hashes);
        }
        int[] starts = new int[column.elementCodes() + 1];
        LongArrayList hashes = new LongArrayList(column.elementCodes());
        for (int element = 1; element < column.elementCodes(); element++) {
            List<String> texts = part.form().texts(column.text(element));
            texts.forEach(text -> hashes.add(KeyHash.of(text)));
            starts[element + 1] = hashes.size();
        }
        return new PartHashes(table, position, starts, hashes.toLongArray());
    }

    /** Whether a row has at most one hash, which {@link #hash(int)} answers. */
    boolean isSingle() {
        return starts.length == 0 && !column.attribute().multiValued();
    }

    /** A row's hash; 0 if it has none. */
    long hash(int row) {
        return hashes[table.code(position, row)];
    }

    /** Adds every hash of a row. */
    void addTo(int row, LongArrayList values) {
        int code = table.code(position, row);
        int count = column.count(code);
        for (int value = 0; value < count; value++) {
            int element = column.element(code, value);
            if (starts.length > 0) {
                values.addElements(values.size(), hashes, starts[element], starts[element + 1] - starts[element]);
            } else if (hashes[element] != 0) {
                values.add(hashes[element]);
            }
        }
    }

    /** Whether a row has a hash at all. */
    boolean isPresent(int row) {
        int code = table.code(position, row);
        int count = column.count(code);
        for (int value = 0; value < count; value++) {
            int element = column.element(code, value);
            if (starts.length > 0 ? starts[element] < starts[element + 1] : hashes[element] != 0) {
                return true;
            }
        }
        return false;
    }
}
