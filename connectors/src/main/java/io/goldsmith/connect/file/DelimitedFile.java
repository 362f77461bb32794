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
import java.util.function.Consumer;

/**
 * Reads one delimited file line by line, never the whole. A line that cannot be read becomes an unreadable delivery with its number; the lines after it are
 * read all the same.
 */
final class DelimitedFile {

    /** How many lines one quoted field may span. */
    private static final int MOST_LINES = 20;

    private static final char NOT_A_CHARACTER = '\uFFFD';
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path file;
    private final Charset charset;
    private final char separator;
    private final StreamMapping mapping;

    DelimitedFile(Path file, Charset charset, char separator, StreamMapping mapping) {
        this.file = file;
        this.charset = charset;
        this.separator = separator;
        this.mapping = mapping;
    }

    /**
     * Hands every line's delivery to the consumer.
     *
     * @throws FileException if the file has no header with the mapped columns
     */
    void read(Consumer<Delivery> consumer) throws IOException {
        try (Reader reader = open()) {
            Lines lines = new Lines(reader);
            String first = lines.next()
                    .orElseThrow(() -> new FileException("a file must begin with a header line, but is empty"));
            FileHeader header = FileHeader.of(DelimitedLine.fields(withoutMark(first), separator), mapping.columns());
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                if (!line.get().isBlank()) {
                    read(lines, line.get(), header, consumer);
                }
            }
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

    private void read(Lines lines, String line, FileHeader header, Consumer<Delivery> consumer) throws IOException {
        long number = lines.number();
        boolean cut = lines.isCut();
        if (cut || !DelimitedLine.isOpen(line, separator)) {
            deliver(number, line, header, cut, consumer);
            return;
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
            deliver(number, whole, header, false, consumer);
            return;
        }
        for (int i = 0; i < spanned.size(); i++) {
            deliver(number + i, spanned.get(i), header, false, consumer);
        }
    }

    private void deliver(long number, String line, FileHeader header, boolean cut, Consumer<Delivery> consumer) {
        if (line.isBlank()) {
            return;
        }
        if (cut) {
            consumer.accept(unreadable(
                    number, "a line must be at most " + Lines.LONGEST + " characters long, but is longer", line));
        } else if (line.indexOf(NOT_A_CHARACTER) >= 0) {
            consumer.accept(unreadable(
                    number,
                    "the text must be " + charset + ", but has bytes that are not; check the connector's charset",
                    line));
        } else if (DelimitedLine.isOpen(line, separator)) {
            consumer.accept(unreadable(number, "a quote is opened and not closed", line));
        } else {
            List<String> fields = DelimitedLine.fields(line, separator);
            consumer.accept(
                    fields.size() == header.width()
                            ? mapping.map(new FileRow(origin(number), header, fields, line))
                            : unreadable(
                                    number,
                                    "a line must have " + header.width() + " columns, but has " + fields.size(),
                                    line));
        }
    }

    private Delivery unreadable(long number, String reason, String line) {
        return mapping.unreadable(origin(number), reason, line);
    }

    private String origin(long number) {
        return file.getFileName() + ":" + number;
    }
}
