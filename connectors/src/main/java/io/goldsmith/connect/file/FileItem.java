package io.goldsmith.connect.file;

import io.goldsmith.connect.mapping.Row;
import io.goldsmith.connect.mapping.StreamMapping;
import io.goldsmith.mdm.source.Delivery;
import java.util.Optional;

/**
 * What was found where a file should hold a row: a line, several that one quoted field spans, or an item.
 *
 * @param origin {@code file:line}, or {@code file item number (line number)}
 * @param row its columns; empty if it cannot be read
 * @param reason why it cannot be read, without values; empty if it can
 * @param text as it stands in the file; empty if it was read as a row, which has it
 */
record FileItem(String origin, Optional<Row> row, String reason, String text) {

    static FileItem of(Row row) {
        return new FileItem(row.origin(), Optional.of(row), "", "");
    }

    static FileItem unreadable(String origin, String reason, String text) {
        return new FileItem(origin, Optional.empty(), reason, text);
    }

    /** The delivery that it stands for. */
    Delivery delivery(StreamMapping mapping) {
        return row.map(mapping::map).orElseGet(() -> mapping.unreadable(origin, reason, text));
    }

    /** Where it stands alone: values are personal data. */
    @Override
    public String toString() {
        return "FileItem[" + origin + "]";
    }
}
