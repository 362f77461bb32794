package io.goldsmith.connect.message;

import io.goldsmith.connect.mapping.Columns;
import io.goldsmith.connect.mapping.JsonRow;
import io.goldsmith.connect.mapping.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A message as a row: columns are JSON pointers into its content, and marks such as {@code @key}, which are what is known of it beside the content.
 * A pointer behind the key's mark, {@code @key/id}, looks into a key that is JSON.
 *
 * @param origin where it stands
 * @param marks mark to text
 * @param content its content; an empty object if it has none
 */
public record MessageRow(String origin, Map<String, String> marks, JsonNode content) implements Row {

    private static final String KEY = "@key";

    public MessageRow {
        marks = Collections.unmodifiableMap(new LinkedHashMap<>(marks));
    }

    /** A message without content. */
    public static MessageRow withoutContent(String origin, Map<String, String> marks) {
        return new MessageRow(origin, marks, JsonNodeFactory.instance.objectNode());
    }

    @Override
    public Optional<String> text(String column) {
        if (!Columns.isMark(column)) {
            return body().text(column);
        }
        return marks.containsKey(column)
                ? Optional.of(marks.get(column).trim()).filter(text -> !text.isEmpty())
                : partOfKey(column);
    }

    @Override
    public List<String> texts(String column) {
        return Columns.isMark(column) ? text(column).map(List::of).orElse(List.of()) : body().texts(column);
    }

    private Optional<String> partOfKey(String column) {
        if (!column.startsWith(KEY + "/") || !marks.containsKey(KEY)) {
            return Optional.empty();
        }
        try {
            return new JsonRow(origin, JsonMessage.MAPPER.readTree(marks.get(KEY)))
                    .text(column.substring(KEY.length()));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** The marks, then the pointers into the content. */
    @Override
    public List<String> columnNames() {
        List<String> columns = new ArrayList<>(marks.keySet());
        columns.addAll(body().columnNames());
        return List.copyOf(columns);
    }

    private JsonRow body() {
        return new JsonRow(origin, content);
    }

    /** The content; of a message without one the marks, so that a person sees whom it was about. */
    @Override
    public String payload() {
        return content.isEmpty() ? marks.toString() : content.toString();
    }

    /** Where it stands alone: values are personal data. */
    @Override
    public String toString() {
        return "MessageRow[" + origin + "]";
    }
}
