package io.goldsmith.matching.record;

import io.goldsmith.matching.MatchingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** A CSV file with a header, read record by record in the manner of {@link CsvBatches}. Not thread-safe; to be closed. */
public final class CsvFile implements AutoCloseable, Iterator<CsvLine> {

    private final CsvBatches batches;
    private final CsvBatch batch = new CsvBatch();
    private int next;

    private CsvFile(CsvBatches batches) {
        this.batches = batches;
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws MatchingException if the file is missing or empty, is no UTF-8, or names a column twice
     */
    public static CsvFile open(Path path) {
        return new CsvFile(CsvBatches.open(path));
    }

    /** The file. */
    public Path path() {
        return batches.path();
    }

    /** The column names. */
    public List<String> header() {
        return batches.header();
    }

    /**
     * The position of a column that must be there, from 0.
     *
     * @throws MatchingException naming the columns that were found
     */
    public int column(String name) {
        return batches.column(name);
    }

    /**
     * Whether a record follows.
     *
     * @throws MatchingException naming the line if what follows cannot be read
     */
    @Override
    public boolean hasNext() {
        while (next >= batch.records()) {
            if (!batches.next(batch)) {
                return false;
            }
            batch.parse();
            next = 0;
        }
        return true;
    }

    /** The next record; one with more or fewer fields than the header says so. */
    @Override
    public CsvLine next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The file has no further line.");
        }
        List<String> fields = new ArrayList<>(batch.fields(next));
        for (int field = 0; field < batch.fields(next); field++) {
            fields.add(batch.text(next, field));
        }
        CsvLine line = new CsvLine(batch.line(next), List.copyOf(fields), fields.size() == header().size());
        next++;
        return line;
    }

    @Override
    public void close() {
        batches.close();
    }

    /** The source that a file stands for: its name without the extension. */
    public static String source(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
