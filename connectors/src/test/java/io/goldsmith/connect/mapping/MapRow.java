package io.goldsmith.connect.mapping;

import java.util.Map;
import java.util.Optional;

/** A row of a test. */
record MapRow(Map<String, String> columns) implements Row {

    @Override
    public String origin() {
        return "test:1";
    }

    @Override
    public Optional<String> text(String column) {
        return Optional.ofNullable(columns.get(column)).filter(text -> !text.isBlank());
    }

    @Override
    public String payload() {
        return columns.toString();
    }
}
