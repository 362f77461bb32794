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

    private static final int END = -1;

    private final Reader reader;
    private final int longest;
    private final StringBuilder line = new StringBuilder(256);
    private long number;
    private boolean cut;
    private boolean skipLineFeed;

    /**
     * @param reader buffered
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
        int character = read();
        if (character == END) {
            return Optional.empty();
        }
        number++;
        while (character != END && character != '\n' && character != '\r') {
            if (line.length() < longest) {
                line.append((char) character);
            } else {
                cut = true;
            }
            character = read();
        }
        skipLineFeed = character == '\r';
        return Optional.of(line.toString());
    }

    private int read() throws IOException {
        int character = reader.read();
        if (skipLineFeed && character == '\n') {
            character = reader.read();
        }
        skipLineFeed = false;
        return character;
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
