package io.goldsmith.connect.file;

import io.goldsmith.connect.settings.StreamSettings;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Reads what a file holds piece by piece, never the whole; one for each way of writing files. Stateless. */
sealed interface ItemReader permits DelimitedReader, FixedWidthReader, JsonLinesReader, JsonReader, XmlReader {

    /** The longest item of JSON or XML that is read, in characters. */
    int LARGEST_ITEM = 1_000_000;

    /**
     * Hands over item after item, until there are no more or no more are wanted. One that cannot be read is handed on as such, and the
     * ones after it are read all the same.
     *
     * @param wanted the columns that a file with a header must name
     * @param more takes an item and says whether another one is wanted
     * @return the columns that the file says it has, in its order; none if only its items say so
     * @throws FileException if the file is broken from here on; what was handed over stands
     */
    List<String> read(FileContent file, Set<String> wanted, Predicate<FileItem> more) throws IOException;

    /**
     * The reader of a stream's files.
     *
     * @param separator the character between columns of delimited text
     */
    static ItemReader of(StreamSettings stream, char separator) {
        return switch (stream.format()) {
            case CSV -> new DelimitedReader(separator);
            case JSON_LINES -> new JsonLinesReader();
            case JSON -> new JsonReader(stream.items().orElse(""));
            case XML -> new XmlReader(stream.item().orElseThrow());
            case FIXED_WIDTH -> new FixedWidthReader(stream.fields());
        };
    }
}
