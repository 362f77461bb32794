package io.goldsmith.matching.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts in what {@code ${env:NAME}} and {@code ${file:PATH}} stand for. The tree that was read keeps the references: it holds no secret. */
final class References {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([a-z]+):([^}]*)}");
    private static final long LARGEST_FILE = 1 << 20;

    private final Path folder;
    private final Function<String, String> environment;
    private final List<String> pointers = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();

    /**
     * @param folder what relative paths are relative to
     * @param environment a variable's value by its name, null if it is not set
     */
    References(Path folder, Function<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    JsonNode resolved(JsonNode node, String pointer) {
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.properties()
                    .forEach(entry -> object.set(
                            entry.getKey(),
                            resolved(entry.getValue(), pointer + "/" + SettingsDocument.escaped(entry.getKey()))));
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> array.add(resolved(element, pointer + "/" + array.size())));
            return array;
        }
        return node.isString() && node.stringValue().contains("${")
                ? JsonNodeFactory.instance.stringNode(resolved(node.stringValue(), pointer))
                : node;
    }

    private String resolved(String text, String pointer) {
        return REFERENCE
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), match.group(2), pointer)));
    }

    private String value(String kind, String name, String pointer) {
        return switch (kind) {
            case "env" -> variable(name, pointer);
            case "file" -> content(name, pointer);
            default ->
                refused(pointer, "\"${" + kind + ":…}\" is unknown: expected ${env:NAME} or ${file:RELATIVE_PATH}.");
        };
    }

    private String variable(String name, String pointer) {
        String value = environment.apply(name);
        return value != null ? value : refused(pointer, "the environment variable " + name + " is not set; set it.");
    }

    private String content(String path, String pointer) {
        Path file = folder.resolve(path);
        try {
            if (!Files.isRegularFile(file)) {
                return refused(pointer, "the file " + path + " does not exist beside the configuration; create it.");
            }
            if (Files.size(file) > LARGEST_FILE) {
                return refused(pointer, "the file " + path + " is larger than 1 MiB.");
            }
            return Files.readString(file, StandardCharsets.UTF_8).trim();
        } catch (IOException unreadable) {
            return refused(
                    pointer, "the file " + path + " cannot be read as UTF-8 text; check its rights and encoding.");
        }
    }

    private String refused(String pointer, String message) {
        pointers.add(pointer);
        messages.add(message);
        return "";
    }

    /** What could not be resolved, as problems of the document. */
    List<SettingsProblem> problems(SettingsDocument document) {
        List<SettingsProblem> problems = new ArrayList<>();
        for (int problem = 0; problem < pointers.size(); problem++) {
            problems.add(document.problem(pointers.get(problem), messages.get(problem)));
        }
        return problems;
    }
}
