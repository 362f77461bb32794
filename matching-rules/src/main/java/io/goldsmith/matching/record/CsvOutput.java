package io.goldsmith.matching.record;

import io.goldsmith.matching.MatchingException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.UUID;

/**
 * A CSV file being written: UTF-8, comma, line feed, quotes where a field needs them. What is written appears under the file's name at
 * once and whole, by {@link #commit}, or not at all; what is no regular file, such as a pipe, is written as it comes. Not thread-safe;
 * to be closed.
 */
public final class CsvOutput implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path file;
    private final Path written;
    private final OutputStream output;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int filled;
    private boolean lineBegun;
    private boolean committed;

    private CsvOutput(Path file, Path written, OutputStream output) {
        this.file = file;
        this.written = written;
        this.output = output;
    }

    /**
     * Begins a file; one that exists stays as it is until the commit.
     *
     * @throws MatchingException if nothing can be written there
     */
    public static CsvOutput create(Path file) {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                return new CsvOutput(file, file, Files.newOutputStream(file));
            }
            // Through a link, it is the file behind it that is to be replaced.
            Path target = Files.exists(file) ? file.toRealPath() : file;
            Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
            return new CsvOutput(target, temporary, Files.newOutputStream(temporary));
        } catch (IOException unwritable) {
            throw unwritable(file, unwritable);
        }
    }

    /** Writes a field. */
    public void field(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        field(bytes, 0, bytes.length);
    }

    /** Writes a field of UTF-8 bytes. */
    public void field(byte[] bytes, int from, int to) {
        separate();
        if (needsQuotes(bytes, from, to)) {
            quoted(bytes, from, to);
        } else {
            plain(bytes, from, to);
        }
    }

    /** Writes a field of a text and UTF-8 bytes behind it. */
    public void field(String prefix, byte[] bytes, int from, int to) {
        byte[] start = prefix.getBytes(StandardCharsets.UTF_8);
        if (needsQuotes(start, 0, start.length) || needsQuotes(bytes, from, to)) {
            byte[] whole = Arrays.copyOf(start, start.length + to - from);
            System.arraycopy(bytes, from, whole, start.length, to - from);
            field(whole, 0, whole.length);
        } else {
            separate();
            plain(start, 0, start.length);
            plain(bytes, from, to);
        }
    }

    /**
     * Writes a number with a fixed count of decimals.
     *
     * @param unscaled the number times ten to the power of the decimals
     * @param decimals how many, 1 to 18
     */
    public void fixed(long unscaled, int decimals) {
        separate();
        room(24);
        if (unscaled < 0) {
            buffer[filled++] = '-';
        }
        long scale = 1;
        for (int decimal = 0; decimal < decimals; decimal++) {
            scale *= 10;
        }
        byte[] whole = Long.toString(Math.abs(unscaled / scale)).getBytes(StandardCharsets.US_ASCII);
        plain(whole, 0, whole.length);
        room(decimals + 1);
        buffer[filled++] = '.';
        long rest = Math.abs(unscaled % scale);
        for (long digit = scale / 10; digit > 0; digit /= 10) {
            buffer[filled++] = (byte) ('0' + rest / digit % 10);
        }
    }

    /** Ends the line. */
    public void endLine() {
        put('\n');
        lineBegun = false;
    }

    private static boolean needsQuotes(byte[] bytes, int from, int to) {
        for (int position = from; position < to; position++) {
            byte current = bytes[position];
            if (current == ',' || current == '"' || current == '\n' || current == '\r') {
                return true;
            }
        }
        return false;
    }

    private void separate() {
        if (lineBegun) {
            put(',');
        }
        lineBegun = true;
    }

    private void quoted(byte[] bytes, int from, int to) {
        put('"');
        for (int position = from; position < to; position++) {
            if (bytes[position] == '"') {
                put('"');
            }
            put(bytes[position]);
        }
        put('"');
    }

    private void plain(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > BUFFER_BYTES) {
            flush();
            send(bytes, from, length);
            return;
        }
        room(length);
        System.arraycopy(bytes, from, buffer, filled, length);
        filled += length;
    }

    private void put(int single) {
        room(1);
        buffer[filled++] = (byte) single;
    }

    private void room(int bytes) {
        if (filled + bytes > BUFFER_BYTES) {
            flush();
        }
    }

    private void flush() {
        send(buffer, 0, filled);
        filled = 0;
    }

    private void send(byte[] bytes, int from, int length) {
        try {
            output.write(bytes, from, length);
        } catch (IOException unwritable) {
            throw unwritable(file, unwritable);
        }
    }

    /**
     * Ends the file and brings it under its name.
     *
     * @throws MatchingException if it cannot be written
     */
    public void commit() {
        flush();
        try {
            output.close();
            if (!written.equals(file)) {
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException unwritable) {
            throw unwritable(file, unwritable);
        }
        committed = true;
    }

    /** Gives up what was not committed. */
    @Override
    public void close() {
        if (committed) {
            return;
        }
        try {
            output.close();
            if (!written.equals(file)) {
                Files.deleteIfExists(written);
            }
        } catch (IOException unwritable) {
            throw unwritable(file, unwritable);
        }
    }

    private static MatchingException unwritable(Path file, IOException cause) {
        return new MatchingException(
                file + ": the file cannot be written; check that its folder exists and has room.", cause);
    }
}
