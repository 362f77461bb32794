package io.goldsmith.mdm.store;

import io.goldsmith.matching.record.AttributeValues;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads the JSON documents that are kept in columns. The same content always makes the same text. */
public final class Documents {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Documents() {}

    /** Attribute to values, sorted by attribute: {@code {"town":["LYON"]}}. */
    public static String write(AttributeValues values) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator json = MAPPER.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, List<String>> attribute : values.asMap().entrySet()) {
                json.writeArrayPropertyStart(attribute.getKey());
                for (String value : attribute.getValue()) {
                    json.writeString(value);
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        return text.toString();
    }

    /**
     * Reads what {@link #write(AttributeValues)} wrote.
     *
     * @throws UnreadableDocumentException if the document is no JSON
     */
    public static AttributeValues values(String document) {
        Map<String, List<String>> values = new TreeMap<>();
        try (JsonParser json = MAPPER.createParser(document)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                List<String> list = new ArrayList<>(1);
                values.put(json.currentName(), list);
                json.nextToken();
                while (json.nextToken() == JsonToken.VALUE_STRING) {
                    list.add(json.getString());
                }
            }
        } catch (JacksonException e) {
            throw unreadable(e);
        }
        return AttributeValues.of(values);
    }

    /** Any record, list or map of plain values. */
    public static String write(Object content) {
        return MAPPER.writeValueAsString(content);
    }

    /**
     * Reads what {@link #write(Object)} wrote.
     *
     * @throws UnreadableDocumentException if the document is no JSON or not of this type
     */
    public static <T> T read(String document, Class<T> type) {
        try {
            return MAPPER.readValue(document, type);
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    /**
     * Reads what {@link #write(Object)} wrote.
     *
     * @throws UnreadableDocumentException if the document is no JSON or not of this type
     */
    public static <T> T read(String document, TypeReference<T> type) {
        try {
            return MAPPER.readValue(document, type);
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    private static UnreadableDocumentException unreadable(JacksonException cause) {
        // Jackson quotes the text, which may be personal: only the place is kept.
        return new UnreadableDocumentException(
                cause.getLocation() == null
                        ? "an unknown place"
                        : "character " + cause.getLocation().getCharOffset());
    }
}
