package io.goldsmith.matching.record;

/**
 * Finds where the last complete record of a buffer ends: a line break within quotes ends none. Goes on where it stopped when the buffer
 * has grown. Not thread-safe.
 */
final class RecordCutter {

    private enum State {
        FIELD_START,
        UNQUOTED,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    private final byte separator;
    private State state = State.FIELD_START;
    private int position;
    private int lines;
    private int end;
    private int linesToEnd;
    private int quoteLine;

    RecordCutter(byte separator) {
        this.separator = separator;
    }

    /** Begins a new buffer at the start of a record. */
    void begin() {
        state = State.FIELD_START;
        position = 0;
        lines = 0;
        end = 0;
        linesToEnd = 0;
    }

    /**
     * Looks through the bytes up to the limit.
     *
     * @param last whether the file ends there, which ends a record too
     */
    void scan(byte[] bytes, int limit, boolean last) {
        while (position < limit) {
            byte current = bytes[position];
            switch (state) {
                case FIELD_START -> {
                    if (current == '"') {
                        state = State.QUOTED;
                        quoteLine = lines;
                        position++;
                    } else {
                        state = State.UNQUOTED;
                    }
                }
                case UNQUOTED -> {
                    position = CsvBatch.skipPlain(bytes, position, limit, separator);
                    if (position < limit && !endField(bytes, limit, last)) {
                        return;
                    }
                }
                case QUOTED -> {
                    if (current == '"') {
                        state = State.QUOTE_IN_QUOTED;
                        position++;
                    } else if (!step(bytes, limit, last)) {
                        return;
                    }
                }
                case QUOTE_IN_QUOTED -> {
                    if (current == '"') {
                        state = State.QUOTED;
                        position++;
                    } else if (current == separator || current == '\n' || current == '\r') {
                        if (!endField(bytes, limit, last)) {
                            return;
                        }
                    } else {
                        // Malformed: whoever takes the record apart says so.
                        state = State.UNQUOTED;
                        position++;
                    }
                }
            }
        }
        if (last) {
            end = limit;
            linesToEnd = lines;
        }
    }

    /** Steps over a separator or a line break; false if more bytes must tell whether a carriage return stands alone. */
    private boolean endField(byte[] bytes, int limit, boolean last) {
        boolean ends = bytes[position] != separator;
        if (!step(bytes, limit, last)) {
            return false;
        }
        state = State.FIELD_START;
        if (ends) {
            end = position;
            linesToEnd = lines;
        }
        return true;
    }

    private boolean step(byte[] bytes, int limit, boolean last) {
        byte current = bytes[position];
        if (current == '\r') {
            if (position + 1 == limit && !last) {
                return false;
            }
            position += position + 1 < limit && bytes[position + 1] == '\n' ? 2 : 1;
            lines++;
        } else {
            position++;
            lines += current == '\n' ? 1 : 0;
        }
        return true;
    }

    /** How many bytes complete records take. */
    int end() {
        return end;
    }

    /** How many line breaks those hold. */
    int linesToEnd() {
        return linesToEnd;
    }

    /** Whether what was seen ends within quotes. */
    boolean isWithinQuotes() {
        return state == State.QUOTED;
    }

    /** How many line breaks stand before the last opening quote. */
    int quoteLine() {
        return quoteLine;
    }
}
