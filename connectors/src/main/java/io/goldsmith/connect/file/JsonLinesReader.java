package io.goldsmith.connect.file;

import io.goldsmith.connect.mapping.JsonRow;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads a JSON object of each line. */
record JsonLinesReader() implements ItemReader {

    @Override
    public List<String> read(FileContent file, Set<String> wanted, Predicate<FileItem> more) throws IOException {
        FileContent.Text text = file.text();
        Lines lines = new Lines(text.reader(), LARGEST_ITEM);
        boolean goesOn = true;
        while (goesOn) {
            Optional<String> line = lines.next();
            goesOn = line.isPresent()
                    && (line.get().isBlank()
                            || more.test(item(file.name() + ":" + lines.number(), text, line.get(), lines.isCut())));
        }
        return List.of();
    }

    private static FileItem item(String origin, FileContent.Text text, String line, boolean cut) {
        if (cut) {
            return FileItem.unreadable(origin, Lines.tooLong(LARGEST_ITEM), line);
        }
        if (text.isBroken(line)) {
            return FileItem.unreadable(origin, text.broken(), line);
        }
        try {
            JsonNode item = JsonItems.MAPPER.readTree(line);
            return item.isObject()
                    ? FileItem.of(new JsonRow(origin, item))
                    : FileItem.unreadable(origin, "a line must be a JSON object, but is " + JsonItems.kind(item), line);
        } catch (JacksonException notJson) {
            // The parser's message quotes the text: it stays out.
            return FileItem.unreadable(
                    origin,
                    "a line must be a JSON object, but breaks at column "
                            + notJson.getLocation().getColumnNr(),
                    line);
        }
    }
}
