package io.goldsmith.samples.landscape;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.goldsmith.samples.generate.ErpFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A client of the ERP: its values in the order of {@link ErpFormat#CLIENT_COLUMNS}. */
record ErpClientRow(@JsonValue List<String> values) {

    private static final int MODIFIED = ErpFormat.CLIENT_COLUMNS.indexOf("DATE_MODIF");

    @JsonCreator
    ErpClientRow {
        values = List.copyOf(values);
    }

    String code() {
        return values.get(0);
    }

    /**
     * The row with other values, modified at the given time; the row itself if none of them is different.
     *
     * @param changes by column name; the key and the time of modification are not among them
     */
    ErpClientRow with(Map<String, String> changes, String modified) {
        List<String> changed = new ArrayList<>(values);
        changes.forEach((column, value) -> changed.set(ErpFormat.CLIENT_COLUMNS.indexOf(column), value));
        if (changed.equals(values)) {
            return this;
        }
        changed.set(MODIFIED, modified);
        return new ErpClientRow(changed);
    }

    Map<String, String> byColumn() {
        Map<String, String> byColumn = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            byColumn.put(ErpFormat.CLIENT_COLUMNS.get(i), values.get(i));
        }
        return byColumn;
    }

    String[] line() {
        return values.toArray(new String[0]);
    }
}
