package io.goldsmith.connect.http;

import io.goldsmith.connect.mapping.Row;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A record of a service; its columns are JSON pointers.
 *
 * @param origin the resource, and of an item of a page the page and the place in it
 */
public record JsonRow(String origin, JsonNode item) implements Row {

    /** As many as there are different columns in the configuration. */
    private static final Map<String, JsonPointer> POINTERS = new ConcurrentHashMap<>();

    @Override
    public Optional<String> text(String column) {
        JsonNode node = item.at(POINTERS.computeIfAbsent(column, JsonPointer::compile));
        if (node.isMissingNode() || node.isNull() || node.isContainer()) {
            return Optional.empty();
        }
        String text = node.asString().trim();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    @Override
    public String payload() {
        return item.toString();
    }

    /** Where it comes from alone: values are personal data. */
    @Override
    public String toString() {
        return "JsonRow[" + origin + "]";
    }
}
