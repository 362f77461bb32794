package io.goldsmith.matching.record;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.goldsmith.matching.MatchingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * A CSV file with a header, read line by line: UTF-8 with or without a byte order mark, separated by comma, semicolon or tab as the
 * header is. Not thread-safe; to be closed.
 */
public final class CsvFile implements AutoCloseable, Iterator<CsvLine> {

    private static final int LONGEST_HEADER = 1 << 20;

    private final Path path;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> header;

    private CsvFile(Path path, CsvReader<CsvRecord> reader) {
        this.path = path;
        this.reader = reader;
        this.records = reader.iterator();
        this.header = readHeader();
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws MatchingException if the file is missing or empty, is no UTF-8, or names a column twice
     */
    public static CsvFile open(Path path) {
        try {
            if (!Files.isRegularFile(path)) {
                throw new MatchingException(path + ": the file does not exist; name an existing CSV file.");
            }
            Reader characters = new BufferedReader(
                    new InputStreamReader(
                            Files.newInputStream(path),
                            StandardCharsets.UTF_8
                                    .newDecoder()
                                    .onMalformedInput(CodingErrorAction.REPORT)
                                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
                    LONGEST_HEADER);
            char separator = skipMarkAndFindSeparator(characters, path);
            CsvReader<CsvRecord> reader = CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(true)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .ofCsvRecord(characters);
            return new CsvFile(path, reader);
        } catch (IOException unreadable) {
            throw unreadable(path, unreadable);
        }
    }

    /** Whichever of comma, semicolon and tab the first line has most of. */
    private static char skipMarkAndFindSeparator(Reader characters, Path path) throws IOException {
        characters.mark(LONGEST_HEADER);
        int[] counts = new int[3];
        int first = characters.read();
        int read = first;
        for (int length = 0; read >= 0 && read != '\n' && length < LONGEST_HEADER - 2; length++) {
            int separator = ",;\t".indexOf(read);
            if (separator >= 0) {
                counts[separator]++;
            }
            read = characters.read();
        }
        if (first < 0) {
            throw new MatchingException(path + ": the file is empty; expected a header line with column names.");
        }
        characters.reset();
        if (first == '\ufeff' && characters.read() != first) {
            throw new IllegalStateException("The byte order mark could not be skipped.");
        }
        if (counts[1] > counts[0] && counts[1] >= counts[2]) {
            return ';';
        }
        return counts[2] > counts[0] ? '\t' : ',';
    }

    private List<String> readHeader() {
        if (!hasNext()) {
            throw new MatchingException(path + ": the file is empty; expected a header line with column names.");
        }
        List<String> names =
                records.next().getFields().stream().map(String::trim).toList();
        Set<String> distinct = new HashSet<>();
        for (String name : names) {
            if (!distinct.add(name)) {
                throw new MatchingException(
                        path + ":1: the column \"" + name + "\" stands twice in the header; rename one.");
            }
        }
        return names;
    }

    /** The file. */
    public Path path() {
        return path;
    }

    /** The column names. */
    public List<String> header() {
        return header;
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

    @Override
    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (CsvParseException malformed) {
            throw new MatchingException(path + ": " + malformed.getMessage() + "; mend the line.", malformed);
        } catch (UncheckedIOException unreadable) {
            throw unreadable(path, unreadable.getCause());
        }
    }

    /** The next line; one with more or fewer fields than the header says so. */
    @Override
    public CsvLine next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The file has no further line.");
        }
        try {
            CsvRecord record = records.next();
            return new CsvLine(
                    record.getStartingLineNumber(), record.getFields(), record.getFieldCount() == header.size());
        } catch (CsvParseException malformed) {
            throw new MatchingException(path + ": " + malformed.getMessage() + "; mend the line.", malformed);
        } catch (UncheckedIOException unreadable) {
            throw unreadable(path, unreadable.getCause());
        }
    }

    private static MatchingException unreadable(Path path, IOException cause) {
        long line = Utf8Lines.firstMalformed(path);
        return line > 0
                ? new MatchingException(
                        path + ":" + line + ": the line is not UTF-8; convert the file, for example with iconv.", cause)
                : new MatchingException(path + ": the file cannot be read; check its rights.", cause);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException failed) {
            throw new MatchingException(path + ": the file cannot be closed.", failed);
        }
    }
}
