package io.goldsmith.matching.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.goldsmith.matching.MatchingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A match model as a readable JSON file, beside what it was trained from; the same two make the same bytes. */
final class ModelFile {

    private static final String FORMAT = "goldsmith-match-model";
    private static final int VERSION = 2;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .build();

    private ModelFile() {}

    /** What kind of file it is; read before the rest, so that one of another version is told from a broken one. */
    record Kind(String format, int version) {}

    /** The file's content: its kind first, then what the model was trained from, then the model, which alone is compared. */
    record Content(String format, int version, Optional<ModelOrigin> trained, MatchModel model) {}

    static SavedModel load(Path file) {
        try {
            return parse(Files.readString(file, StandardCharsets.UTF_8), file.toString());
        } catch (IOException unreadable) {
            throw new MatchingException(file + ": the match model cannot be read; name an existing file.", unreadable);
        }
    }

    static SavedModel parse(String json, String where) {
        try {
            Kind kind = MAPPER.readValue(json, Kind.class);
            if (kind == null || !FORMAT.equals(kind.format())) {
                throw new MatchingException(where + ": expected a " + FORMAT
                        + ", but found another file; name a model that was saved by --save-model.");
            }
            if (kind.version() != VERSION) {
                throw new MatchingException(where + ": expected a " + FORMAT + " of version " + VERSION
                        + ", but found version " + kind.version() + "; train the model anew by match train.");
            }
            Content content = MAPPER.readValue(json, Content.class);
            if (content.model() == null) {
                throw new MatchingException(
                        where + ": the match model lacks its \"model\"; train it anew by match train.");
            }
            return new SavedModel(content.model(), content.trained());
        } catch (JacksonException malformed) {
            int line = malformed.getLocation() == null
                    ? 0
                    : malformed.getLocation().getLineNr();
            throw new MatchingException(
                    where + ":" + line + ": expected a match model in JSON; save it anew by --save-model.", malformed);
        }
    }

    static String json(SavedModel saved) {
        String json = MAPPER.writeValueAsString(new Content(FORMAT, VERSION, saved.trained(), saved.model()));
        return json.replace("\r\n", "\n") + "\n";
    }

    static void save(SavedModel saved, Path file) {
        try {
            Files.writeString(file, json(saved), StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw new MatchingException(
                    file + ": the match model cannot be written; check that its folder exists.", unwritable);
        }
    }
}
