package io.goldsmith.matching.settings;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns YAML text into a tree, and remembers the line of every key and element by its JSON pointer. For one file. */
final class YamlTree {

    private static final int MOST_NODES = 200_000;
    private static final int DEEPEST = 64;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String file;
    private final int codePointLimit;
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<SettingsProblem> problems = new ArrayList<>();
    private int count;

    YamlTree(String file, int codePointLimit) {
        this.file = file;
        this.codePointLimit = codePointLimit;
    }

    /** The tree, an object; throws with every problem that keeps the text from being one. */
    JsonNode parse(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setUseMarks(true)
                .setCodePointLimit(codePointLimit)
                .build();
        Optional<Node> root;
        try {
            root = new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            throw single(line, "is not YAML: " + broken.getProblem() + ".");
        } catch (YamlEngineException broken) {
            throw single(0, "is not YAML: " + broken.getMessage() + ".");
        }
        if (root.isEmpty() || !(root.get() instanceof MappingNode)) {
            throw single(root.map(YamlTree::line).orElse(0), "expected keys with values, but found none.");
        }
        JsonNode tree = convert(root.get(), "", 0);
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return tree;
    }

    Map<String, Integer> lines() {
        return Map.copyOf(lines);
    }

    private SettingsException single(int line, String message) {
        return new SettingsException(List.of(new SettingsProblem(file, line, "", message)));
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    private JsonNode convert(Node node, String pointer, int depth) {
        count++;
        if (count > MOST_NODES || depth > DEEPEST) {
            throw single(
                    line(node),
                    "is too large: more than " + MOST_NODES + " values or " + DEEPEST
                            + " levels, perhaps by aliases that hold each other.");
        }
        lines.putIfAbsent(pointer, line(node));
        if (node instanceof MappingNode mapping) {
            return object(mapping, pointer, depth);
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = NODES.arrayNode();
            for (Node element : sequence.getValue()) {
                array.add(convert(element, pointer + "/" + array.size(), depth + 1));
            }
            return array;
        }
        return scalar((ScalarNode) node);
    }

    private ObjectNode object(MappingNode mapping, String pointer, int depth) {
        ObjectNode object = NODES.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                problem(tuple.getKeyNode(), pointer, "expected a word as key, but found a list or a map.");
                continue;
            }
            String name = key.getValue();
            String child = pointer + "/" + SettingsDocument.escaped(name);
            if (object.has(name)) {
                problem(key, child, "the key stands twice, first in line " + lines.get(child) + "; keep one.");
                continue;
            }
            lines.put(child, line(key));
            object.set(name, convert(tuple.getValueNode(), child, depth + 1));
        }
        return object;
    }

    private void problem(Node node, String pointer, String message) {
        problems.add(new SettingsProblem(file, line(node), SettingsDocument.key(pointer), message));
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String value = scalar.getValue();
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.NULL)) {
            return NODES.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return NODES.booleanNode(Boolean.parseBoolean(value));
        }
        if (tag.equals(Tag.INT)) {
            return NODES.numberNode(new BigInteger(value));
        }
        if (tag.equals(Tag.FLOAT) && value.matches("[-+0-9.eE]+")) {
            return NODES.numberNode(new BigDecimal(value));
        }
        return NODES.stringNode(value);
    }
}
