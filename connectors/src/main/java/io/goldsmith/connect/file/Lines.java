package io.goldsmith.connect.file;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/**
 * The lines of a file, one at a time; a line that is too long is cut, so that a file without line ends does not fill the memory.
 */
final class Lines {

    /** The longest line of columns that is read whole, in characters. */
    static final int LONGEST = 100_000;

    private final Reader reader;
    private final int longest;
    private final StringBuilder line = new StringBuilder(256);
    private final char[] buffer = new char[1 << 14];
    private int at;
    private int filled;
    private long number;
    private boolean cut;
    private boolean skipLineFeed;

    /**
     * @param reader what nobody else reads: more than a line is taken of it
     * @param longest the longest line that is read whole, in characters
     */
    Lines(Reader reader, int longest) {
        this.reader = reader;
        this.longest = longest;
    }

    /** Why a line that was cut cannot be read. */
    static String tooLong(int longest) {
        return "a line must be at most " + longest + " characters long, but is longer";
    }

    /** The next line without its end; empty at the end of the file. */
    Optional<String> next() throws IOException {
        line.setLength(0);
        cut = false;
        if (!hasMore()) {
            return Optional.empty();
        }
        number++;
        boolean ended = false;
        while (!ended && hasMore()) {
            int end = at;
            while (end < filled && buffer[end] != '\n' && buffer[end] != '\r') {
                end++;
            }
            take(end);
            ended = end < filled;
            if (ended) {
                skipLineFeed = buffer[end] == '\r';
                at++;
            }
        }
        return Optional.of(line.toString());
    }

    private void take(int end) {
        int wanted = Math.min(end - at, longest - line.length());
        line.append(buffer, at, wanted);
        cut = cut || wanted < end - at;
        at = end;
    }

    /** Whether there is a character at the place that is read next; the line feed behind a carriage return is none. */
    private boolean hasMore() throws IOException {
        if (at == filled && !fill()) {
            return false;
        }
        if (skipLineFeed) {
            skipLineFeed = false;
            if (buffer[at] == '\n') {
                at++;
                return at < filled || fill();
            }
        }
        return true;
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = 0;
        int read = reader.read(buffer);
        while (read == 0) {
            read = reader.read(buffer);
        }
        filled = Math.max(read, 0);
        return filled > 0;
    }

    /** The number of the line that was read last, from 1. */
    long number() {
        return number;
    }

    /** Whether the line that was read last was too long and was cut. */
    boolean isCut() {
        return cut;
    }
}
