package io.goldsmith.connect.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the content of messages that is JSON. */
public final class JsonMessage {

    /** The largest content that is read, in bytes. */
    public static final int LARGEST = 10 << 20;

    /** As much of what cannot be read as may go to quarantine, in bytes; it is cut to characters there. */
    private static final int KEPT = 40_000;

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonMessage() {}

    /**
     * The message that a content stands for.
     *
     * @param stream the stream that it was sent to
     * @param origin where it stands
     * @param marks what is known of it beside the content
     * @param content UTF-8; empty: there is none, which deletes
     */
    public static Message of(String stream, String origin, Map<String, String> marks, Optional<byte[]> content) {
        if (content.isEmpty()) {
            return new Message.Deletion(stream, MessageRow.withoutContent(origin, marks));
        }
        byte[] bytes = content.get();
        if (bytes.length > LARGEST) {
            return broken(
                    stream,
                    origin,
                    "a message must have at most " + LARGEST + " bytes, but has " + bytes.length,
                    bytes);
        }
        try {
            JsonNode read = MAPPER.readTree(bytes);
            return read.isObject()
                    ? new Message.Content(stream, new MessageRow(origin, marks, read))
                    : broken(
                            stream,
                            origin,
                            "a message must be a JSON object, but is "
                                    + (read.isMissingNode() ? "empty" : "a JSON " + read.getNodeType()),
                            bytes);
        } catch (JacksonException notJson) {
            // The parser's message quotes the text: it stays out.
            return broken(
                    stream,
                    origin,
                    "a message must be a JSON object, but breaks in line "
                            + notJson.getLocation().getLineNr() + ", column "
                            + notJson.getLocation().getColumnNr(),
                    bytes);
        }
    }

    /**
     * The messages that a content stands for: each object of an array is one, and anything else is one as a whole.
     *
     * @param origin where it stands; behind it the place in the array, from 1
     * @param content UTF-8; empty: there is none, which deletes
     */
    public static List<Message> all(String stream, String origin, Map<String, String> marks, Optional<byte[]> content) {
        if (content.isEmpty() || content.get().length > LARGEST) {
            return List.of(of(stream, origin, marks, content));
        }
        try {
            JsonNode read = MAPPER.readTree(content.get());
            if (!read.isArray()) {
                return List.of(of(stream, origin, marks, content));
            }
            List<Message> messages = new ArrayList<>();
            for (JsonNode item : read) {
                messages.add(of(
                        stream,
                        origin + " item " + (messages.size() + 1),
                        marks,
                        Optional.of(MAPPER.writeValueAsBytes(item))));
            }
            return messages;
        } catch (JacksonException notJson) {
            return List.of(of(stream, origin, marks, content));
        }
    }

    private static Message.Broken broken(String stream, String origin, String reason, byte[] bytes) {
        return new Message.Broken(
                stream, origin, reason, new String(bytes, 0, Math.min(bytes.length, KEPT), StandardCharsets.UTF_8));
    }
}
