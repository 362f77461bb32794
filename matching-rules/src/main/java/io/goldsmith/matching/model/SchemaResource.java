package io.goldsmith.matching.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a JSON Schema that lies in this module's jar. */
final class SchemaResource {

    private SchemaResource() {}

    static JsonNode read(String resource) {
        try (InputStream stream = SchemaResource.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("The schema " + resource + " is missing from matching-rules' jar.");
            }
            return JsonMapper.shared().readTree(stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The schema " + resource + " cannot be read.", unreadable);
        }
    }
}
