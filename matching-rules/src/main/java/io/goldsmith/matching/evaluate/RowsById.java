package io.goldsmith.matching.evaluate;

import io.goldsmith.matching.record.RecordTable;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;

/** Finds rows by their id as files write it. */
final class RowsById {

    /** What stands for an id that no row has. */
    static final int UNKNOWN = -1;

    private final Object2IntOpenHashMap<String> rows;

    private RowsById(Object2IntOpenHashMap<String> rows) {
        this.rows = rows;
        rows.defaultReturnValue(UNKNOWN);
    }

    static RowsById of(RecordTable table) {
        Object2IntOpenHashMap<String> rows = new Object2IntOpenHashMap<>(table.size());
        for (int row = 0; row < table.size(); row++) {
            rows.put(table.id(row).toString(), row);
        }
        return new RowsById(rows);
    }

    /** Rows numbered in the order in which {@link #add} first meets their ids. */
    static RowsById empty() {
        return new RowsById(new Object2IntOpenHashMap<>());
    }

    /** The row of an id, a new one if it has none yet. */
    int add(String id) {
        int known = rows.getInt(id);
        if (known != UNKNOWN) {
            return known;
        }
        rows.put(id, rows.size());
        return rows.size() - 1;
    }

    int row(String id) {
        return rows.getInt(id);
    }

    int size() {
        return rows.size();
    }
}
