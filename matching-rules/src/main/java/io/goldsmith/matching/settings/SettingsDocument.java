package io.goldsmith.matching.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A configuration file as a tree that knows the line of each key. At most 10 MB; a key that stands twice and aliases that blow up are
 * refused. Immutable.
 */
public final class SettingsDocument {

    private static final int LARGEST = 10_000_000;
    private static final JsonMapper BINDING = SettingsBinding.mapper();

    private final String file;
    private final Path folder;
    private final JsonNode tree;
    private final Map<String, Integer> lines;

    private SettingsDocument(String file, Path folder, JsonNode tree, Map<String, Integer> lines) {
        this.file = file;
        this.folder = folder;
        this.tree = tree;
        this.lines = lines;
    }

    /**
     * Reads a YAML file.
     *
     * @throws SettingsException if it cannot be read, is no UTF-8 or no YAML, is too large or holds a key twice
     */
    public static SettingsDocument read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw refused(file, "the file does not exist; name an existing one.");
            }
            if (Files.size(file) > LARGEST) {
                throw refused(file, "the file is larger than 10 MB, which no configuration is.");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            Path folder = file.toAbsolutePath().getParent();
            return parse(file.toString(), folder, text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (CharacterCodingException malformed) {
            throw refused(file, "the file is not UTF-8; save it in that encoding.");
        } catch (IOException unreadable) {
            throw refused(file, "the file cannot be read; check its rights.");
        }
    }

    /**
     * Reads YAML text.
     *
     * @param name how messages name the document
     * @param folder what the relative paths in it are relative to
     */
    public static SettingsDocument parse(String name, Path folder, String text) {
        YamlTree yaml = new YamlTree(name, LARGEST);
        JsonNode tree = yaml.parse(text);
        return new SettingsDocument(name, folder, tree, yaml.lines());
    }

    private static SettingsException refused(Path file, String message) {
        return new SettingsException(List.of(new SettingsProblem(file.toString(), 0, "", message)));
    }

    /** The document as it was read: references to secrets are still references. */
    public JsonNode tree() {
        return tree;
    }

    /** The file as it was named. */
    public String file() {
        return file;
    }

    /** The line, from 1, of what a JSON pointer points to; of its nearest ancestor if it is absent. */
    public int lineOf(String pointer) {
        String known = pointer;
        while (!lines.containsKey(known) && !known.isEmpty()) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        return lines.getOrDefault(known, 0);
    }

    /** A problem at a JSON pointer, with its line. */
    public SettingsProblem problem(String pointer, String message) {
        return new SettingsProblem(file, lineOf(pointer), key(pointer), message);
    }

    /** What a JSON Schema finds wrong with the document, in the order of the lines. */
    public List<SettingsProblem> problems(JsonNode schema) {
        return new SchemaCheck(this, schema).problems();
    }

    /**
     * Checks the document against a JSON Schema.
     *
     * @throws SettingsException with every problem, if there is one
     */
    public void check(JsonNode schema) {
        List<SettingsProblem> problems = problems(schema);
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }

    /**
     * Makes a settings record of one part of the document, with what its references stand for.
     *
     * @param pointer the part, as a JSON pointer; empty for the whole document
     * @throws SettingsException if a reference cannot be resolved or the part does not fit the record
     */
    public <T> T bind(String pointer, Class<T> type) {
        References references = new References(folder, System::getenv);
        JsonNode resolved = references.resolved(tree.at(pointer), pointer);
        List<SettingsProblem> problems = references.problems(this);
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        try {
            return BINDING.treeToValue(resolved, type);
        } catch (DatabindException unfit) {
            throw new SettingsException(List.of(problem(pointer + path(unfit), reason(unfit))));
        } catch (JacksonException unfit) {
            throw new SettingsException(List.of(problem(pointer, reason(unfit))));
        }
    }

    private static String path(DatabindException unfit) {
        StringBuilder path = new StringBuilder();
        unfit.getPath()
                .forEach(step -> path.append('/')
                        .append(step.getPropertyName() == null ? step.getIndex() : escaped(step.getPropertyName())));
        return path.toString();
    }

    /** What the record's own check said, if it did; never the value, which may be a secret. */
    private static String reason(JacksonException unfit) {
        return unfit.getCause() instanceof IllegalArgumentException refused
                ? refused.getMessage()
                : "the value does not fit; expected what the documentation of the key says.";
    }

    /** A key as one step of a JSON pointer. */
    static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    /** A JSON pointer as a person writes it: {@code matching.comparisons[2].kind}. */
    static String key(String pointer) {
        List<String> steps = new ArrayList<>(List.of(pointer.split("/")));
        StringBuilder key = new StringBuilder();
        for (String step : steps) {
            if (step.matches("\\d+")) {
                key.append('[').append(step).append(']');
            } else if (!step.isEmpty()) {
                key.append(key.isEmpty() ? "" : ".")
                        .append(step.replace("~1", "/").replace("~0", "~"));
            }
        }
        return key.toString();
    }
}
