package io.goldsmith.matching.record;

import io.goldsmith.matching.MatchingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A CSV file with a header, cut in batches of whole records that several threads take in turn and read side by side: UTF-8 with or
 * without a byte order mark, separated by comma, semicolon or tab as the header is; RFC 4180, with any line break. Where it is cut
 * depends on the file alone. Holds one batch and the record that runs over its end, at most {@value #LONGEST_RECORD} bytes. Thread-safe;
 * to be closed.
 */
public final class CsvBatches implements AutoCloseable {

    /** The most bytes that one record may have: 16 MiB. */
    static final int LONGEST_RECORD = 1 << 24;

    private static final int BATCH_BYTES = 1 << 20;

    private final Path path;
    private final InputStream input;
    private final long size;
    private final byte separator;
    private final RecordCutter cutter;
    private final List<String> header;
    private final CsvBatch first = new CsvBatch();
    private byte[] rest;
    private int restLength;
    private boolean ended;
    private boolean firstTaken;
    private long line = 1;
    private long batches;
    private long taken;

    private CsvBatches(Path path, InputStream input, long size) throws IOException {
        this.path = path;
        this.input = input;
        this.size = size;
        this.rest = input.readNBytes(BATCH_BYTES);
        this.restLength = rest.length;
        CsvStart start = CsvStart.of(path, rest);
        this.separator = start.separator();
        this.cutter = new RecordCutter(separator);
        System.arraycopy(rest, start.markLength(), rest, 0, restLength - start.markLength());
        restLength -= start.markLength();
        do {
            if (!cut(first)) {
                throw CsvStart.empty(path);
            }
            first.parse();
        } while (first.records() == 0);
        this.header = headerOf(first);
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws MatchingException if the file is missing or empty, is no UTF-8, or names a column twice
     */
    public static CsvBatches open(Path path) {
        if (!Files.exists(path) || Files.isDirectory(path)) {
            String found = Files.isDirectory(path) ? "is a folder" : "does not exist";
            throw new MatchingException(path + ": the file " + found + "; name an existing CSV file.");
        }
        try {
            InputStream input = Files.newInputStream(path);
            try {
                return new CsvBatches(path, input, Files.size(path));
            } catch (IOException | RuntimeException failed) {
                input.close();
                throw failed;
            }
        } catch (IOException unreadable) {
            throw unreadable(path, unreadable);
        }
    }

    private List<String> headerOf(CsvBatch batch) {
        List<String> names = new ArrayList<>();
        Set<String> distinct = new HashSet<>();
        for (int field = 0; field < batch.fields(0); field++) {
            String name = batch.text(0, field).trim();
            names.add(name);
            if (!distinct.add(name)) {
                throw new MatchingException(path + ":" + batch.line(0) + ": the column \"" + name
                        + "\" stands twice in the header; rename one.");
            }
        }
        return List.copyOf(names);
    }

    /** The file. */
    public Path path() {
        return path;
    }

    /** The column names. */
    public List<String> header() {
        return header;
    }

    /** How many bytes the file had when it was opened. */
    public long size() {
        return size;
    }

    /** How many bytes were handed out so far. */
    public synchronized long taken() {
        return taken;
    }

    /**
     * The position of a column that must be there, from 0.
     *
     * @throws MatchingException naming the columns that were found
     */
    public int column(String name) {
        int position = header.indexOf(name);
        if (position < 0) {
            throw new MatchingException(path + ":1: expected a column \"" + name + "\", but found "
                    + String.join(", ", header) + "; name the right one or add it.");
        }
        return position;
    }

    /**
     * Fills a batch with the records that follow, which {@link CsvBatch#parse} then takes apart; false if there are none.
     *
     * @throws MatchingException naming the line if a quote is never closed, or a record is too long
     */
    public synchronized boolean next(CsvBatch batch) {
        if (!firstTaken) {
            firstTaken = true;
            batch.takeBehindFirst(first);
            return true;
        }
        try {
            return cut(batch);
        } catch (IOException unreadable) {
            throw unreadable(path, unreadable);
        }
    }

    private boolean cut(CsvBatch batch) throws IOException {
        int capacity = Math.max(BATCH_BYTES, restLength);
        byte[] bytes = batch.room(capacity);
        System.arraycopy(rest, 0, bytes, 0, restLength);
        int length = restLength;
        cutter.begin();
        while (true) {
            if (!ended) {
                int read = input.readNBytes(bytes, length, capacity - length);
                ended = read < capacity - length;
                length += read;
            }
            cutter.scan(bytes, length, ended);
            if (ended || cutter.end() > 0) {
                break;
            }
            if (capacity >= LONGEST_RECORD) {
                throw tooLong();
            }
            capacity *= 2;
            bytes = batch.room(capacity);
        }
        if (ended && cutter.isWithinQuotes()) {
            throw new MatchingException(
                    path + ":" + (line + cutter.quoteLine())
                            + ": a quote is opened in this line and never closed; close it, or double it if it belongs to the value.");
        }
        keepRest(bytes, length);
        batch.holds(path, separator, cutter.end(), line, batches);
        batches++;
        line += cutter.linesToEnd();
        taken += cutter.end();
        return cutter.end() > 0;
    }

    private MatchingException tooLong() {
        return new MatchingException(path + ":" + line + ": the record that starts here has more than " + LONGEST_RECORD
                + " bytes; close the quote that it opens, or shorten it.");
    }

    private void keepRest(byte[] bytes, int length) {
        restLength = length - cutter.end();
        if (rest.length < restLength) {
            rest = new byte[restLength];
        }
        System.arraycopy(bytes, cutter.end(), rest, 0, restLength);
    }

    private static MatchingException unreadable(Path path, IOException cause) {
        return new MatchingException(path + ": the file cannot be read; check its rights.", cause);
    }

    @Override
    public void close() {
        try {
            input.close();
        } catch (IOException failed) {
            throw new MatchingException(path + ": the file cannot be closed.", failed);
        }
    }
}
