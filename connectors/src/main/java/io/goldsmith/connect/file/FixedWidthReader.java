package io.goldsmith.connect.file;

import io.goldsmith.connect.settings.FieldRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads text whose columns are positions in the line, counted in characters.
 *
 * @param fields the columns, in order
 */
record FixedWidthReader(Map<String, FieldRange> fields) implements ItemReader {

    @Override
    public List<String> read(FileContent file, Set<String> wanted, Predicate<FileItem> more) throws IOException {
        FileContent.Text text = file.text();
        Lines lines = new Lines(text.reader(), Lines.LONGEST);
        FileHeader header = header();
        boolean goesOn = true;
        while (goesOn) {
            Optional<String> line = lines.next();
            goesOn = line.isPresent()
                    && (line.get().isBlank()
                            || more.test(
                                    item(file.name() + ":" + lines.number(), text, header, line.get(), lines.isCut())));
        }
        return header.inOrder();
    }

    private FileHeader header() {
        Map<String, Integer> positions = new HashMap<>();
        fields.keySet().forEach(name -> positions.put(name, positions.size()));
        return new FileHeader(fields.size(), positions);
    }

    private FileItem item(String origin, FileContent.Text text, FileHeader header, String line, boolean cut) {
        if (cut) {
            return FileItem.unreadable(origin, Lines.tooLong(Lines.LONGEST), line);
        }
        if (text.isBroken(line)) {
            return FileItem.unreadable(origin, text.broken(), line);
        }
        int width = fields.values().stream().mapToInt(FieldRange::to).max().orElse(0);
        int length = line.codePointCount(0, line.length());
        if (length < width) {
            return FileItem.unreadable(
                    origin, "a line must have at least " + width + " characters, but has " + length, line);
        }
        List<String> values = new ArrayList<>(fields.size());
        for (FieldRange field : fields.values()) {
            int from = line.offsetByCodePoints(0, field.from() - 1);
            int to = line.offsetByCodePoints(from, field.to() - field.from() + 1);
            values.add(line.substring(from, to));
        }
        return FileItem.of(new FileRow(origin, header, values, line));
    }
}
