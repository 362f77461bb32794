package io.goldsmith.connect.reference;

import io.goldsmith.connect.plugin.ConnectorKinds;
import io.goldsmith.connect.reference.KindReference.KeyReference;
import io.goldsmith.connect.settings.ConnectorsSection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the kinds of connectors from where they are described. */
public final class KindReferences {

    private static final String KINDS = "/additionalProperties/allOf";

    /** Told once for all kinds: what each says alike. */
    private static final Set<String> EVERYWHERE = Set.of("kind", "streams");

    private final JsonNode schema;

    private KindReferences(JsonNode schema) {
        this.schema = schema;
    }

    /** The kinds that come with the hub, in the order of the schema. */
    public static List<KindReference> builtIn() {
        return new KindReferences(schema()).kinds();
    }

    /**
     * The kinds that a hub's plugins add, by name.
     *
     * @throws io.goldsmith.connect.ConnectException if a plugin cannot be loaded
     */
    public static List<KindReference> plugins(Path hubFolder) {
        try (ConnectorKinds kinds = ConnectorKinds.of(hubFolder)) {
            return kinds.all().stream().map(KindReference::of).toList();
        }
    }

    private static JsonNode schema() {
        String resource = new ConnectorsSection().schemaResource();
        try (InputStream text = KindReferences.class.getClassLoader().getResourceAsStream(resource)) {
            return JsonMapper.builder().build().readTree(text.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException("The schema of connectors cannot be read", failure);
        }
    }

    private List<KindReference> kinds() {
        List<KindReference> kinds = new ArrayList<>();
        for (JsonNode one : schema.at(KINDS)) {
            JsonNode described = one.path("then");
            List<KeyReference> keys = new ArrayList<>();
            addKeys("", described, keys);
            kinds.add(new KindReference(
                    one.at("/if/properties/kind/const").asString(),
                    "",
                    described.path("description").asString(),
                    keys));
        }
        return kinds;
    }

    private void addKeys(String prefix, JsonNode object, List<KeyReference> keys) {
        Set<String> required = new HashSet<>();
        object.path("required").forEach(name -> required.add(name.asString()));
        object.path("properties").forEachEntry((name, written) -> {
            if (!prefix.isEmpty() || !EVERYWHERE.contains(name)) {
                JsonNode key = resolved(written);
                keys.add(new KeyReference(
                        prefix + name,
                        values(key),
                        required.contains(name),
                        key.path("default").isMissingNode() ? "" : text(key.path("default")),
                        key.path("description").asString("")));
                addKeys(prefix + name + ".", key, keys);
            }
        });
    }

    /** What a reference leads to; the description beside it counts more than that of what it leads to. */
    private JsonNode resolved(JsonNode written) {
        return written.has("$ref") ? schema.at(written.path("$ref").asString().substring(1)) : written;
    }

    private static String values(JsonNode key) {
        if (key.has("enum")) {
            return StreamSupport.stream(key.path("enum").spliterator(), false)
                    .map(KindReferences::text)
                    .collect(Collectors.joining(", "));
        }
        if (key.has("const")) {
            return text(key.path("const"));
        }
        String type = key.path("type").isArray()
                ? StreamSupport.stream(key.path("type").spliterator(), false)
                        .map(JsonNode::asString)
                        .collect(Collectors.joining(" or "))
                : key.path("type").asString("");
        String from = key.has("minimum") ? text(key.path("minimum")) : "";
        String to = key.has("maximum") ? text(key.path("maximum")) : "";
        String range = from.isEmpty() && to.isEmpty() ? "" : " " + from + " to " + to;
        return switch (type) {
            case "string" -> key.path("pattern").asString("").equals("^P") ? "duration" : "text";
            case "boolean" -> "true, false";
            case "integer" -> "number" + range;
            case "object" -> "section";
            case "array" -> "list";
            default -> type + range;
        };
    }

    private static String text(JsonNode value) {
        return value.isContainer() ? value.toString() : value.asString();
    }
}
