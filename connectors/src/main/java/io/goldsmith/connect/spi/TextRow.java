package io.goldsmith.connect.spi;

import io.goldsmith.connect.mapping.Row;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of texts by column.
 *
 * @param origin where it comes from, such as {@code file:line}
 * @param columns the texts of each column, in their order; a column may have several, or none
 */
public record TextRow(String origin, Map<String, List<String>> columns) implements Row {

    public TextRow {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** A row with one text in each column. */
    public static TextRow of(String origin, Map<String, String> columns) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        columns.forEach((column, text) -> lists.put(column, List.of(text)));
        return new TextRow(origin, lists);
    }

    @Override
    public Optional<String> text(String column) {
        return texts(column).stream().findFirst();
    }

    @Override
    public List<String> texts(String column) {
        return columns.getOrDefault(column, List.of()).stream()
                .map(String::trim)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    @Override
    public List<String> columnNames() {
        return List.copyOf(columns.keySet());
    }

    @Override
    public String payload() {
        return columns.toString();
    }

    /** Where it comes from alone: values are personal data. */
    @Override
    public String toString() {
        return "TextRow[" + origin + "]";
    }
}
