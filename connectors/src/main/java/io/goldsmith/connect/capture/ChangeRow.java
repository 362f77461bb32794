package io.goldsmith.connect.capture;

import io.goldsmith.connect.mapping.Row;
import io.goldsmith.connect.settings.CaptureConnectorSettings;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a table as of one change of it, or as a snapshot has it.
 *
 * @param origin where it comes from
 * @param time when the change was committed, which is the column {@code @timestamp}; of a snapshot, as of when it is
 * @param cells column in lower case to what it has; those that are null are left out
 */
record ChangeRow(String origin, Instant time, Map<String, Cell> cells) implements Row {

    /** What a column has, as the server writes it. */
    record Cell(String text, ServerType type) {

        /** The type alone: values are personal data. */
        @Override
        public String toString() {
            return "Cell[" + type + "]";
        }
    }

    ChangeRow {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    @Override
    public Optional<String> text(String column) {
        return column.equals(CaptureConnectorSettings.TIMESTAMP)
                ? Optional.of(time.toString())
                : cell(column)
                        .map(cell -> cell.type().written(cell.text()).trim())
                        .filter(text -> !text.isEmpty());
    }

    /** The elements of an array; else the text, if there is one. */
    @Override
    public List<String> texts(String column) {
        Optional<Cell> array = cell(column).filter(cell -> cell.type() == ServerType.ARRAY);
        return array.isEmpty()
                ? text(column).map(List::of).orElse(List.of())
                : array.get().type().elements(array.get().text()).stream()
                        .map(String::trim)
                        .filter(text -> !text.isEmpty())
                        .toList();
    }

    private Optional<Cell> cell(String column) {
        return Optional.ofNullable(cells.get(column.toLowerCase(Locale.ROOT)));
    }

    @Override
    public List<String> columnNames() {
        return List.copyOf(cells.keySet());
    }

    @Override
    public String payload() {
        Map<String, String> texts = new LinkedHashMap<>();
        cells.forEach((column, cell) -> texts.put(column, cell.text()));
        return texts.toString();
    }

    /** Where it comes from alone: values are personal data. */
    @Override
    public String toString() {
        return "ChangeRow[" + origin + "]";
    }
}
