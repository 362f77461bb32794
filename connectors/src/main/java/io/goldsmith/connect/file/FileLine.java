package io.goldsmith.connect.file;

import java.util.Optional;

/**
 * A line of a delimited file, or several that one quoted field spans.
 *
 * @param origin {@code file:line}
 * @param row its fields by column; empty if it cannot be read
 * @param reason why it cannot be read, without values; empty if it can
 * @param text as it stands in the file
 */
record FileLine(String origin, Optional<FileRow> row, String reason, String text) {

    static FileLine of(FileRow row) {
        return new FileLine(row.origin(), Optional.of(row), "", row.line());
    }

    static FileLine unreadable(String origin, String reason, String text) {
        return new FileLine(origin, Optional.empty(), reason, text);
    }

    /** Where it stands alone: values are personal data. */
    @Override
    public String toString() {
        return "FileLine[" + origin + "]";
    }
}
