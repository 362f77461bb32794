package io.goldsmith.connect.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads delimited text with a header line. */
record DelimitedReader(char separator) implements ItemReader {

    /** How many lines one quoted field may span. */
    private static final int MOST_LINES = 20;

    /** @throws FileException if the file has no header with the wanted columns */
    @Override
    public List<String> read(FileContent file, Set<String> wanted, Predicate<FileItem> more) throws IOException {
        FileContent.Text text = file.text();
        Lines lines = new Lines(text.reader(), Lines.LONGEST);
        String first =
                lines.next().orElseThrow(() -> new FileException("a file must begin with a header line, but is empty"));
        FileHeader header = FileHeader.of(DelimitedLine.fields(first, separator), wanted);
        Reading reading = new Reading(file.name(), text, lines, header, more);
        boolean goesOn = true;
        for (Optional<String> line = lines.next(); goesOn && line.isPresent(); ) {
            goesOn = line.get().isBlank() || read(reading, line.get());
            line = goesOn ? lines.next() : Optional.empty();
        }
        return header.inOrder();
    }

    /** One file that is being read. */
    private record Reading(
            String name, FileContent.Text text, Lines lines, FileHeader header, Predicate<FileItem> more) {}

    private boolean read(Reading reading, String line) throws IOException {
        Lines lines = reading.lines();
        long number = lines.number();
        boolean cut = lines.isCut();
        if (cut || !DelimitedLine.isOpen(line, separator)) {
            return reading.more().test(item(reading, number, line, cut));
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
            return reading.more().test(item(reading, number, whole, false));
        }
        boolean goesOn = true;
        for (int i = 0; goesOn && i < spanned.size(); i++) {
            goesOn = spanned.get(i).isBlank() || reading.more().test(item(reading, number + i, spanned.get(i), false));
        }
        return goesOn;
    }

    private FileItem item(Reading reading, long number, String line, boolean cut) {
        String origin = reading.name() + ":" + number;
        if (cut) {
            return FileItem.unreadable(origin, Lines.tooLong(Lines.LONGEST), line);
        }
        if (reading.text().isBroken(line)) {
            return FileItem.unreadable(origin, reading.text().broken(), line);
        }
        if (DelimitedLine.isOpen(line, separator)) {
            return FileItem.unreadable(origin, "a quote is opened and not closed", line);
        }
        FileHeader header = reading.header();
        List<String> fields = DelimitedLine.fields(line, separator);
        return fields.size() == header.width()
                ? FileItem.of(new FileRow(origin, header, fields, line))
                : FileItem.unreadable(
                        origin, "a line must have " + header.width() + " columns, but has " + fields.size(), line);
    }
}
