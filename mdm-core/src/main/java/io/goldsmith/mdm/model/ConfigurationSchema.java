package io.goldsmith.mdm.model;

import io.goldsmith.mdm.MdmException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The one JSON Schema of {@code goldsmith.yaml}, put together from the fragments of all modules on the class path. */
final class ConfigurationSchema {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final List<SettingsSection<?>> sections;

    private ConfigurationSchema(List<SettingsSection<?>> sections) {
        this.sections = sections;
    }

    static ConfigurationSchema ofClassPath() {
        List<SettingsSection<?>> sections = new ArrayList<>();
        for (SettingsSection<?> section :
                ServiceLoader.load(SettingsSection.class, ConfigurationSchema.class.getClassLoader())) {
            sections.add(section);
        }
        sections.sort(Comparator.comparing(SettingsSection::name));
        return new ConfigurationSchema(List.copyOf(sections));
    }

    List<SettingsSection<?>> sections() {
        return sections;
    }

    JsonNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "goldsmith.yaml");
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (SettingsSection<?> section : sections) {
            properties.set(section.name(), fragment(section));
            if (section.required()) {
                required.add(section.name());
            }
        }
        return schema;
    }

    private static JsonNode fragment(SettingsSection<?> section) {
        try (InputStream resource = section.getClass().getClassLoader().getResourceAsStream(section.schemaResource())) {
            if (resource == null) {
                throw new MdmException("The schema of section " + section.name() + ", " + section.schemaResource()
                        + ", is not on the class path; the module that brings the section must hold it");
            }
            ObjectNode fragment = (ObjectNode) MAPPER.readTree(resource);
            fragment.remove("$schema");
            moveReferences(fragment, "#/properties/" + section.name() + "/");
            return fragment;
        } catch (IOException e) {
            throw new MdmException("The schema of section " + section.name() + " cannot be read", e);
        }
    }

    /** A fragment's references to its own definitions start at its own root, which is now further down. */
    private static void moveReferences(JsonNode node, String root) {
        if (node instanceof ObjectNode object
                && object.path("$ref").asString("").startsWith("#/")) {
            object.put("$ref", root + object.path("$ref").asString().substring(2));
        }
        node.forEach(child -> moveReferences(child, root));
    }
}
