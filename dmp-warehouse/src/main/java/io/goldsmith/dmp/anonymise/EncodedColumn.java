package io.goldsmith.dmp.anonymise;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;

/** One column's values as codes from 0, in the order in which they were first seen. */
final class EncodedColumn {

    private final Object2IntOpenHashMap<String> codes = new Object2IntOpenHashMap<>();
    private final List<String> values = new ArrayList<>();
    private final IntArrayList rows = new IntArrayList();

    EncodedColumn() {
        codes.defaultReturnValue(-1);
    }

    void add(String value) {
        rows.add(codeOf(value));
    }

    int codeAt(int row) {
        return rows.getInt(row);
    }

    String valueAt(int row) {
        return values.get(rows.getInt(row));
    }

    /** The distinct values; a value's position is its code. */
    List<String> values() {
        return values;
    }

    private int codeOf(String value) {
        int code = codes.getInt(value);
        if (code < 0) {
            code = values.size();
            codes.put(value, code);
            values.add(value);
        }
        return code;
    }
}
