package io.goldsmith.connect.file;

import io.goldsmith.connect.mapping.StreamMapping;
import io.goldsmith.mdm.source.Delivery;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Reads one delimited file line by line, never the whole. A line that cannot be read is handed on as such, with its number; the lines
 * after it are read all the same.
 */
final class DelimitedFile {

    /** How many lines one quoted field may span. */
    private static final int MOST_LINES = 20;

    private static final char NOT_A_CHARACTER = '\uFFFD';
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path file;
    private final Charset charset;
    private final char separator;

    DelimitedFile(Path file, Charset charset, char separator) {
        this.file = file;
        this.charset = charset;
        this.separator = separator;
    }

    /**
     * Hands every line's delivery to the consumer.
     *
     * @throws FileException if the file has no header with the mapped columns
     */
    void read(StreamMapping mapping, Consumer<Delivery> consumer) throws IOException {
        lines(mapping.columns(), line -> {
            consumer.accept(line.row()
                    .map(mapping::map)
                    .orElseGet(() -> mapping.unreadable(line.origin(), line.reason(), line.text())));
            return true;
        });
    }

    /**
     * Hands over line after line, until there are no more or no more are wanted.
     *
     * @param wanted the columns that the header must name
     * @param more takes a line and says whether another one is wanted
     * @return the header
     * @throws FileException if the file has no header with these columns
     */
    FileHeader lines(Set<String> wanted, Predicate<FileLine> more) throws IOException {
        try (Reader reader = open()) {
            Lines lines = new Lines(reader);
            String first = lines.next()
                    .orElseThrow(() -> new FileException("a file must begin with a header line, but is empty"));
            FileHeader header = FileHeader.of(DelimitedLine.fields(withoutMark(first), separator), wanted);
            boolean goesOn = true;
            for (Optional<String> line = lines.next(); goesOn && line.isPresent(); ) {
                goesOn = line.get().isBlank() || read(lines, line.get(), header, more);
                line = goesOn ? lines.next() : Optional.empty();
            }
            return header;
        }
    }

    private Reader open() throws IOException {
        return new BufferedReader(
                new InputStreamReader(
                        Files.newInputStream(file),
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)),
                1 << 16);
    }

    private static String withoutMark(String line) {
        return !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK ? line.substring(1) : line;
    }

    private boolean read(Lines lines, String line, FileHeader header, Predicate<FileLine> more) throws IOException {
        long number = lines.number();
        boolean cut = lines.isCut();
        if (cut || !DelimitedLine.isOpen(line, separator)) {
            return more.test(line(number, line, header, cut));
        }
        // A field may span lines; if its quote is never closed, only the line that opened it is lost.
        List<String> spanned = new ArrayList<>(List.of(line));
        String whole = line;
        while (DelimitedLine.isOpen(whole, separator) && spanned.size() < MOST_LINES) {
            Optional<String> next = lines.next();
            if (next.isEmpty()) {
                break;
            }
            spanned.add(next.get());
            whole = whole + '\n' + next.get();
        }
        if (!DelimitedLine.isOpen(whole, separator)) {
            return more.test(line(number, whole, header, false));
        }
        boolean goesOn = true;
        for (int i = 0; goesOn && i < spanned.size(); i++) {
            goesOn = spanned.get(i).isBlank() || more.test(line(number + i, spanned.get(i), header, false));
        }
        return goesOn;
    }

    private FileLine line(long number, String line, FileHeader header, boolean cut) {
        String origin = file.getFileName() + ":" + number;
        if (cut) {
            return FileLine.unreadable(
                    origin, "a line must be at most " + Lines.LONGEST + " characters long, but is longer", line);
        }
        if (line.indexOf(NOT_A_CHARACTER) >= 0) {
            return FileLine.unreadable(
                    origin,
                    "the text must be " + charset + ", but has bytes that are not; check the connector's charset",
                    line);
        }
        if (DelimitedLine.isOpen(line, separator)) {
            return FileLine.unreadable(origin, "a quote is opened and not closed", line);
        }
        List<String> fields = DelimitedLine.fields(line, separator);
        return fields.size() == header.width()
                ? FileLine.of(new FileRow(origin, header, fields, line))
                : FileLine.unreadable(
                        origin, "a line must have " + header.width() + " columns, but has " + fields.size(), line);
    }
}
