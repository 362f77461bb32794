package io.goldsmith.mdm.privacy;

import java.io.Writer;
import java.time.Instant;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The machine-readable form: one object, with an array for each section. */
final class SubjectJson implements SubjectDocument {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JsonGenerator json;
    private boolean inSection;

    /** Does not close the writer. */
    SubjectJson(Writer to) {
        this.json = MAPPER.createGenerator(new OpenWriter(to));
    }

    @Override
    public void begin(String goldenId, Instant exportedAt) {
        json.writeStartObject();
        json.writeStringProperty("goldenId", goldenId);
        json.writeStringProperty("exportedAt", exportedAt.toString());
    }

    @Override
    public void section(String name) {
        endSection();
        json.writeArrayPropertyStart(name);
        inSection = true;
    }

    private void endSection() {
        if (inSection) {
            json.writeEndArray();
        }
    }

    @Override
    public void entry(Map<String, ?> fields) {
        json.writePOJO(fields);
    }

    @Override
    public void end() {
        endSection();
        json.writeEndObject();
        json.close();
    }
}
