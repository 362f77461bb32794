package io.goldsmith.matching.record;

import io.goldsmith.matching.MatchingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Consecutive records of a CSV file, as bytes of which each field is a range. To be filled again and again by {@link CsvBatches#next};
 * for one thread at a time.
 */
public final class CsvBatch {

    private Path path = Path.of("");
    private byte separator = ',';
    private byte[] bytes = new byte[0];
    private int length;
    private long firstLine;
    private long number;
    private int skipped;
    private int recordBreaks;
    private int records;
    private int fields;
    private int[] starts = new int[1 << 10];
    private int[] ends = new int[1 << 10];
    private int[] firstFields = new int[1 << 7];
    private int[] lines = new int[1 << 7];

    /** An empty batch, to be filled. */
    public CsvBatch() {}

    /** The buffer, at least as long as asked for, its content kept. */
    byte[] room(int size) {
        if (bytes.length < size) {
            bytes = Arrays.copyOf(bytes, size);
        }
        return bytes;
    }

    /** Says what the buffer holds now: complete records. */
    void holds(Path file, byte fieldSeparator, int size, long line, long batchNumber) {
        path = file;
        separator = fieldSeparator;
        length = size;
        firstLine = line;
        number = batchNumber;
        skipped = 0;
        records = 0;
        fields = 0;
    }

    /** Takes over what another batch holds but its first record, in exchange for its own buffer. */
    void takeBehindFirst(CsvBatch other) {
        byte[] own = bytes;
        bytes = other.bytes;
        other.bytes = own;
        holds(other.path, other.separator, other.length, other.firstLine, other.number);
        records = other.records;
        fields = other.fields;
        starts = other.starts.clone();
        ends = other.ends.clone();
        firstFields = other.firstFields.clone();
        lines = other.lines.clone();
        skipped = 1;
    }

    /**
     * Takes the records apart; what the other methods say holds after it.
     *
     * @throws MatchingException naming the line if it is no UTF-8, or if something follows a closing quote
     */
    public void parse() {
        if (records > 0) {
            return;
        }
        int malformed = Utf8Text.firstMalformed(bytes, length);
        if (malformed >= 0) {
            throw new MatchingException(path + ":" + (firstLine + lineBreaks(malformed))
                    + ": the line is not UTF-8; convert the file, for example with iconv.");
        }
        for (int position = 0; position < length; position++) {
            if (bytes[position] == 0) {
                bytes[position] = ' ';
            }
        }
        int position = 0;
        int line = 0;
        while (position < length) {
            if (bytes[position] != '\n' && bytes[position] != '\r') {
                beginRecord(line);
                position = parseRecord(position);
                line += recordBreaks;
            }
            if (position < length) {
                position = behindBreak(position);
                line++;
            }
        }
        closeRecords();
    }

    /** Takes one record apart and answers where it ends: at a line break or the end of the batch. */
    private int parseRecord(int start) {
        recordBreaks = 0;
        int position = start;
        while (true) {
            if (position < length && bytes[position] == '"') {
                position = parseQuoted(position + 1);
            } else {
                int end = skipPlain(bytes, position, length, separator);
                addField(position, end);
                position = end;
            }
            if (position == length || bytes[position] != separator) {
                return position;
            }
            position++;
        }
    }

    /** Takes a quoted field apart, in place: its doubled quotes become single. Answers where the closing quote is passed. */
    private int parseQuoted(int start) {
        int read = start;
        int write = start;
        while (read < length) {
            byte current = bytes[read];
            if (current == '"') {
                if (read + 1 == length || bytes[read + 1] != '"') {
                    break;
                }
                read++;
            } else if (current == '\n' || current == '\r' && (read + 1 == length || bytes[read + 1] != '\n')) {
                recordBreaks++;
            }
            bytes[write++] = current;
            read++;
        }
        addField(start, write);
        int position = read + 1;
        if (position < length && bytes[position] != separator && bytes[position] != '\n' && bytes[position] != '\r') {
            throw new MatchingException(path + ":" + (firstLine + lines[records - 1] + recordBreaks)
                    + ": expected a separator or the end of the line behind the closing quote of field "
                    + (fields - firstFields[records - 1])
                    + ", but found another character; double the quotes within a quoted field.");
        }
        return Math.min(position, length);
    }

    /** The first position that holds a separator or a line break. */
    static int skipPlain(byte[] bytes, int from, int limit, byte separator) {
        int position = from;
        while (position < limit) {
            byte current = bytes[position];
            // The greatest separator is the semicolon: most bytes need one comparison.
            if ((current & 0xff) <= ';' && (current == separator || current == '\n' || current == '\r')) {
                return position;
            }
            position++;
        }
        return position;
    }

    private int behindBreak(int position) {
        boolean pair = bytes[position] == '\r' && position + 1 < length && bytes[position + 1] == '\n';
        return position + (pair ? 2 : 1);
    }

    private int lineBreaks(int until) {
        int breaks = 0;
        for (int position = 0; position < until; position = behindBreakOrByte(position)) {
            breaks += bytes[position] == '\n' || bytes[position] == '\r' ? 1 : 0;
        }
        return breaks;
    }

    private int behindBreakOrByte(int position) {
        return bytes[position] == '\r' ? behindBreak(position) : position + 1;
    }

    private void beginRecord(int line) {
        if (records + 2 > firstFields.length) {
            firstFields = Arrays.copyOf(firstFields, 2 * firstFields.length);
            lines = Arrays.copyOf(lines, 2 * lines.length);
        }
        firstFields[records] = fields;
        lines[records] = line;
        records++;
    }

    private void closeRecords() {
        firstFields[records] = fields;
    }

    private void addField(int start, int end) {
        if (fields == starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
            ends = Arrays.copyOf(ends, 2 * ends.length);
        }
        starts[fields] = start;
        ends[fields] = end;
        fields++;
    }

    /** The batch's number in its file, from 0. */
    public long number() {
        return number;
    }

    /** How many records there are. */
    public int records() {
        return records - skipped;
    }

    /** The line where a record starts, from 1; records count from 0. */
    public long line(int record) {
        return firstLine + lines[record + skipped];
    }

    /** How many fields a record has. */
    public int fields(int record) {
        return firstFields[record + skipped + 1] - firstFields[record + skipped];
    }

    /** Where a field starts among {@link #bytes()}; fields count from 0. */
    public int start(int record, int field) {
        return starts[firstFields[record + skipped] + field];
    }

    /** Where a field ends among {@link #bytes()}. */
    public int end(int record, int field) {
        return ends[firstFields[record + skipped] + field];
    }

    /** What a field holds. A NUL, by which some systems fill what is empty, has become a space. */
    public String text(int record, int field) {
        int start = start(record, field);
        return new String(bytes, start, end(record, field) - start, StandardCharsets.UTF_8);
    }

    /** The buffer that fields are ranges of: UTF-8, for reading only, until the batch is filled again. */
    public byte[] bytes() {
        return bytes;
    }
}
