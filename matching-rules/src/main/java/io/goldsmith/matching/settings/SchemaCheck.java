package io.goldsmith.matching.settings;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Checks a document against a JSON Schema (2020-12) and says what is wrong in words of the configuration. */
final class SchemaCheck {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final SettingsDocument document;
    private final JsonNode schema;

    SchemaCheck(SettingsDocument document, JsonNode schema) {
        this.document = document;
        this.schema = schema;
    }

    /** Every problem, in the order of the lines, each once. */
    List<SettingsProblem> problems() {
        Set<SettingsProblem> problems = new LinkedHashSet<>();
        for (Error error : REGISTRY.getSchema(schema).validate(document.tree())) {
            problems.add(problem(error));
        }
        return problems.stream()
                .sorted(Comparator.comparingInt(SettingsProblem::line).thenComparing(SettingsProblem::key))
                .toList();
    }

    private SettingsProblem problem(Error error) {
        String pointer = pointer(error);
        return switch (error.getKeyword()) {
            case "additionalProperties", "unevaluatedProperties" ->
                document.problem(
                        pointer + "/" + SettingsDocument.escaped(error.getProperty()),
                        "unknown key; " + NearestWord.hint(error.getProperty(), knownKeys(error)));
            case "required" -> document.problem(pointer, "the key \"" + error.getProperty() + "\" is missing; add it.");
            case "enum" ->
                document.problem(
                        pointer,
                        "\"" + found(error) + "\" is not a valid word; "
                                + NearestWord.hint(found(error), words(error.getSchemaNode())));
            case "type" ->
                document.problem(
                        pointer,
                        "expected " + expectedType(error) + ", but found "
                                + document.tree()
                                        .at(pointer)
                                        .getNodeType()
                                        .name()
                                        .toLowerCase(java.util.Locale.ROOT) + ".");
            default -> document.problem(pointer, error.getMessage() + ", but found " + found(error) + ".");
        };
    }

    private static String pointer(Error error) {
        StringBuilder pointer = new StringBuilder();
        for (int element = 0; element < error.getInstanceLocation().getNameCount(); element++) {
            pointer.append('/')
                    .append(SettingsDocument.escaped(
                            String.valueOf(error.getInstanceLocation().getElement(element))));
        }
        return pointer.toString();
    }

    private String found(Error error) {
        JsonNode node = document.tree().at(pointer(error));
        return node.isValueNode() ? node.asString() : node.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String expectedType(Error error) {
        JsonNode type = error.getSchemaNode();
        return type.isArray() ? String.join(" or ", words(type)) : type.asString();
    }

    private static List<String> words(JsonNode array) {
        List<String> words = new ArrayList<>();
        array.forEach(word -> words.add(word.asString()));
        return words;
    }

    /** The keys that stand beside the one refused, from the part of the schema that refused it. */
    private List<String> knownKeys(Error error) {
        String location = String.valueOf(error.getSchemaLocation().getFragment());
        int end = location.lastIndexOf('/');
        JsonNode properties =
                end < 0 ? schema.at("/properties") : schema.at(location.substring(0, end) + "/properties");
        return new ArrayList<>(properties.propertyNames());
    }
}
