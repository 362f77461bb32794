package io.goldsmith.app.rest;

import io.goldsmith.connect.push.PushRefusal;
import io.goldsmith.connect.push.PushRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/** Reads the bodies of pushes: JSON, or one JSON object a line. What they hold stays out of messages. */
final class PushBody {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final JsonMapper LINES = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private PushBody() {}

    /** What it is written in. */
    enum Form {
        JSON,
        LINES
    }

    /** The form that a content type says; empty if it is neither. */
    static Optional<Form> form(String contentType) {
        String type = contentType == null
                ? ""
                : contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].trim();
        return switch (type) {
            case "application/json" -> Optional.of(Form.JSON);
            case "application/x-ndjson", "application/jsonl", "application/json-seq" -> Optional.of(Form.LINES);
            default -> type.endsWith("+json") ? Optional.of(Form.JSON) : Optional.empty();
        };
    }

    /** @throws TooLongException if there is more than {@code most} bytes */
    static byte[] read(InputStream stream, int most) throws IOException {
        byte[] body = stream.readNBytes(most + 1);
        if (body.length > most) {
            throw new TooLongException(most);
        }
        return body;
    }

    /** A body is longer than is read. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        private final int most;

        TooLongException(int most) {
            this.most = most;
        }

        int most() {
            return most;
        }
    }

    /** One item. */
    static PushRequest.Upsert single(Optional<String> key, byte[] body) {
        return new PushRequest.Upsert(key, object(parsed(body), "The body"));
    }

    /** The items of a batch: those of an array, one a line, or a single object. */
    static List<PushRequest.Item> batch(Form form, byte[] body, int most) {
        List<PushRequest.Item> items = new ArrayList<>();
        if (form == Form.LINES) {
            addLines(body, most, items);
        } else {
            JsonNode root = parsed(body);
            if (root.isArray()) {
                root.forEach(item -> add(items, item));
            } else {
                items.add(new PushRequest.Upsert(Optional.empty(), object(root, "The body")));
            }
        }
        if (items.isEmpty()) {
            throw malformed("A batch must have an item, but has none");
        }
        return items;
    }

    private static void addLines(byte[] body, int most, List<PushRequest.Item> items) {
        try (MappingIterator<JsonNode> lines = LINES.readerFor(JsonNode.class).readValues(body)) {
            // One more than may be, so that it is refused as too long and not read to its end.
            while (items.size() <= most && lines.hasNextValue()) {
                add(items, lines.nextValue());
            }
        } catch (JacksonException notJson) {
            throw malformed("Every line must be a JSON object, but what follows item " + items.size() + " is not");
        }
    }

    private static void add(List<PushRequest.Item> items, JsonNode item) {
        items.add(new PushRequest.Upsert(Optional.empty(), object(item, "Item " + items.size())));
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException notJson) {
            // The parser's message quotes the text: it stays out.
            throw malformed("The body must be JSON in UTF-8, but is not, at line "
                    + (notJson.getLocation() == null
                            ? "?"
                            : notJson.getLocation().getLineNr()));
        }
    }

    private static JsonNode object(JsonNode node, String what) {
        if (!node.isObject()) {
            throw malformed(what + " must be a JSON object, but is none");
        }
        return node;
    }

    private static PushRefusal malformed(String message) {
        return new PushRefusal(PushRefusal.Kind.MALFORMED, message);
    }
}
