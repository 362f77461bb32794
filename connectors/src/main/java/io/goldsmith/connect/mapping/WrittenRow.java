package io.goldsmith.connect.mapping;

import java.util.Map;
import java.util.Optional;

/** Columns that were written, read as the row that will come back. */
record WrittenRow(Map<String, String> columns) implements Row {

    @Override
    public String origin() {
        return "written";
    }

    @Override
    public Optional<String> text(String column) {
        return Optional.ofNullable(columns.get(column)).map(String::trim).filter(text -> !text.isEmpty());
    }

    @Override
    public String payload() {
        return "";
    }

    /** The names of the columns alone: values are personal data. */
    @Override
    public String toString() {
        return "WrittenRow" + columns.keySet();
    }
}
