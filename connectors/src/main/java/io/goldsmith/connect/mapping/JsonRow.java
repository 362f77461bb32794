package io.goldsmith.connect.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A record of a service or of a file; its columns are JSON pointers, in which a step {@code *} stands for every element of an array.
 *
 * @param origin the resource or the file, and the place of the item in it
 */
public record JsonRow(String origin, JsonNode item) implements Row {

    /** The step of a pointer that stands for every element. */
    private static final String EVERY = "/*";

    /** How deep an item is looked into for its columns. */
    private static final int DEEPEST = 6;

    /** The most columns that are told of an item. */
    private static final int MOST_COLUMNS = 500;

    /** As many as there are different columns in the configuration. */
    private static final Map<String, JsonPointer> POINTERS = new ConcurrentHashMap<>();

    @Override
    public Optional<String> text(String column) {
        return Columns.isOfElements(column) ? texts(column).stream().findFirst() : text(item, column);
    }

    @Override
    public List<String> texts(String column) {
        if (!Columns.isOfElements(column)) {
            return text(item, column).map(List::of).orElse(List.of());
        }
        List<String> texts = new ArrayList<>();
        addElements(item, column, texts);
        return List.copyOf(texts);
    }

    private static void addElements(JsonNode node, String column, List<String> texts) {
        if (!Columns.isOfElements(column)) {
            text(node, column).ifPresent(texts::add);
            return;
        }
        int step = column.endsWith(EVERY) && column.indexOf(EVERY + "/") < 0
                ? column.length() - EVERY.length()
                : column.indexOf(EVERY + "/");
        String rest = column.substring(step + EVERY.length());
        JsonNode array = at(node, column.substring(0, step));
        if (array.isArray()) {
            array.forEach(element -> addElements(element, rest, texts));
        }
    }

    private static Optional<String> text(JsonNode node, String pointer) {
        JsonNode found = at(node, pointer);
        if (found.isMissingNode() || found.isNull() || found.isContainer()) {
            return Optional.empty();
        }
        String text = found.asString().trim();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** The pointers to every value of the item; those to elements of an array are one. At most {@value #MOST_COLUMNS}. */
    @Override
    public List<String> columnNames() {
        Set<String> columns = new LinkedHashSet<>();
        addColumns(item, "", 0, columns);
        return List.copyOf(columns);
    }

    private static void addColumns(JsonNode node, String pointer, int depth, Set<String> columns) {
        if (depth > DEEPEST || columns.size() >= MOST_COLUMNS) {
            return;
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> addColumns(
                            entry.getValue(),
                            pointer + "/" + entry.getKey().replace("~", "~0").replace("/", "~1"),
                            depth + 1,
                            columns));
        } else if (node.isArray()) {
            node.forEach(element -> addColumns(element, pointer + "/*", depth + 1, columns));
        } else if (!pointer.isEmpty()) {
            columns.add(pointer);
        }
    }

    private static JsonNode at(JsonNode node, String pointer) {
        return node.at(POINTERS.computeIfAbsent(pointer, JsonPointer::compile));
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
