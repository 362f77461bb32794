package io.goldsmith.connect.file;

import io.goldsmith.connect.mapping.Row;
import io.goldsmith.connect.mapping.StreamMapping;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Collects the golden ids that stand in the files of one stream, and tells them before what was read with them is landed. */
final class KeyTelling {

    private final String keyColumn;
    private final String column;
    private final Consumer<Map<String, String>> told;
    private final Map<String, String> goldenByKey = new LinkedHashMap<>();

    KeyTelling(String keyColumn, String column, Consumer<Map<String, String>> told) {
        this.keyColumn = keyColumn;
        this.column = column;
        this.told = told;
    }

    /** The columns that a file must have. */
    Set<String> wanted(StreamMapping mapping) {
        Set<String> wanted = new LinkedHashSet<>(mapping.columns());
        wanted.add(column);
        return wanted;
    }

    void take(Row row) {
        row.text(column).ifPresent(golden -> row.text(keyColumn).ifPresent(key -> goldenByKey.put(key, golden)));
    }

    /** What was read so far is about to be landed. */
    void tell() {
        if (!goldenByKey.isEmpty()) {
            told.accept(Map.copyOf(goldenByKey));
            goldenByKey.clear();
        }
    }
}
