package io.goldsmith.connect.file;

import io.goldsmith.connect.mapping.Row;
import java.util.List;
import java.util.Optional;

/**
 * A line of a delimited file, or of one of fixed width.
 *
 * @param origin {@code file:line}
 * @param line the line as it stands in the file
 */
record FileRow(String origin, FileHeader header, List<String> fields, String line) implements Row {

    @Override
    public Optional<String> text(String column) {
        Integer position = header.positions().get(column);
        if (position == null) {
            return Optional.empty();
        }
        String text = fields.get(position).trim();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    @Override
    public List<String> columnNames() {
        return header.inOrder();
    }

    @Override
    public String payload() {
        return line;
    }

    /** Where it comes from alone: values are personal data. */
    @Override
    public String toString() {
        return "FileRow[" + origin + "]";
    }
}
