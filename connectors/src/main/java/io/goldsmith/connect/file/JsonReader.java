package io.goldsmith.connect.file;

import io.goldsmith.connect.mapping.JsonRow;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.util.TokenBuffer;

/**
 * Reads the items of a JSON array, one after the other.
 *
 * @param items the pointer to the array, empty if the file is that array
 */
record JsonReader(String items) implements ItemReader {

    @Override
    public List<String> read(FileContent file, Set<String> wanted, Predicate<FileItem> more) throws IOException {
        FileContent.Text text = file.text();
        try (JsonParser parser = JsonItems.MAPPER.createParser(text.reader())) {
            enter(parser);
            boolean goesOn = true;
            for (int number = 1; goesOn && parser.nextToken() != JsonToken.END_ARRAY; number++) {
                String origin = file.name() + " item " + number + " (line "
                        + parser.currentTokenLocation().getLineNr() + ")";
                goesOn = more.test(item(parser, origin, text));
            }
            if (goesOn) {
                finish(parser);
            }
        } catch (JacksonIOException failure) {
            throw failure.getCause();
        } catch (JacksonException broken) {
            // The parser's message quotes the text: it stays out.
            throw new FileException("the file must be JSON to its end, but breaks at line "
                    + broken.getLocation().getLineNr() + ", column "
                    + broken.getLocation().getColumnNr() + "; check whether it was delivered whole");
        }
        return List.of();
    }

    /** Goes to the array. */
    private void enter(JsonParser parser) {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new FileException("a file must hold a JSON array, but is empty");
        }
        JsonPointer rest = JsonPointer.compile(items);
        while (!rest.matches()) {
            boolean found = false;
            while (!found && token == JsonToken.START_OBJECT && parser.nextToken() == JsonToken.PROPERTY_NAME) {
                found = parser.currentName().equals(rest.getMatchingProperty());
                parser.nextToken();
                if (!found) {
                    parser.skipChildren();
                    token = JsonToken.START_OBJECT;
                }
            }
            if (!found) {
                throw new FileException("the file must have an array at " + items
                        + ", but has nothing there; check the key items of the stream");
            }
            token = parser.currentToken();
            rest = rest.tail();
        }
        if (token != JsonToken.START_ARRAY) {
            throw new FileException("the file must have an array " + (items.isEmpty() ? "as a whole" : "at " + items)
                    + ", but has something else there; check the key items of the stream");
        }
    }

    private static FileItem item(JsonParser parser, String origin, FileContent.Text text) {
        try (TokenBuffer buffer = TokenBuffer.forGeneration().forceUseOfBigDecimal(true)) {
            long size = 0;
            int depth = 0;
            do {
                JsonToken token = depth == 0 ? parser.currentToken() : parser.nextToken();
                if (token == null) {
                    throw new FileException("the file must be JSON to its end, but ends within an item; check whether"
                            + " it was delivered whole");
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                size += 1 + parser.getStringLength();
                if (size <= LARGEST_ITEM) {
                    buffer.copyCurrentEvent(parser);
                }
            } while (depth > 0);
            if (size > LARGEST_ITEM) {
                return FileItem.unreadable(
                        origin, "an item must be at most " + LARGEST_ITEM + " characters long, but is longer", "");
            }
            try (JsonParser copy = buffer.asParser()) {
                return item(JsonItems.MAPPER.readTree(copy), origin, text);
            }
        }
    }

    private static FileItem item(JsonNode item, String origin, FileContent.Text text) {
        if (!item.isObject()) {
            return FileItem.unreadable(
                    origin, "an item must be a JSON object, but is " + JsonItems.kind(item), item.toString());
        }
        return text.isBroken(item.toString())
                ? FileItem.unreadable(origin, text.broken(), item.toString())
                : FileItem.of(new JsonRow(origin, item));
    }

    /** What follows the array must be JSON too: a file that was cut off after it was not delivered whole. */
    private static void finish(JsonParser parser) {
        int depth = parser.streamReadContext().getNestingDepth();
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (depth == 0) {
                throw new FileException("the file must be one JSON document, but something follows its end at line "
                        + parser.currentTokenLocation().getLineNr());
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        }
    }
}
