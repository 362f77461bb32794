package io.goldsmith.connect.capture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a row as a change brings them, in the order of the table.
 *
 * @param cells as many as the table has columns
 */
record Tuple(List<Cell> cells) {

    /** What a change says of a column. */
    sealed interface Cell {}

    /** It is null; of a row's old identity also: it is not told. */
    record Null() implements Cell {}

    /** It is large, kept apart from the row, and was not changed: its value is not told. */
    record Unchanged() implements Cell {}

    /** It has this value, as the server writes it. */
    record Text(String text) implements Cell {

        /** Without the value: it is personal data. */
        @Override
        public String toString() {
            return "Text";
        }
    }

    static Tuple read(ByteBuffer bytes) {
        int count = bytes.getShort();
        List<Cell> cells = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            cells.add(cell(bytes));
        }
        return new Tuple(List.copyOf(cells));
    }

    /** The same row, what it does not tell taken from how it was before. */
    Tuple completedBy(Tuple before) {
        List<Cell> completed = new ArrayList<>(cells);
        for (int i = 0; i < completed.size(); i++) {
            if (completed.get(i) instanceof Unchanged) {
                completed.set(i, before.cells().get(i));
            }
        }
        return new Tuple(List.copyOf(completed));
    }

    private static Cell cell(ByteBuffer bytes) {
        char kind = (char) bytes.get();
        return switch (kind) {
            case 'n' -> new Null();
            case 'u' -> new Unchanged();
            case 't' -> {
                int length = bytes.getInt();
                ByteBuffer text = bytes.slice(bytes.position(), length);
                bytes.position(bytes.position() + length);
                yield new Text(StandardCharsets.UTF_8.decode(text).toString());
            }
            default ->
                throw new IllegalArgumentException(
                        "A column of a change must be null, unchanged or text, but is of kind " + (int) kind);
        };
    }
}
