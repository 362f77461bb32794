package io.goldsmith.matching.model;

import io.goldsmith.matching.MatchingException;
import io.goldsmith.matching.block.BlockingRefinement;
import io.goldsmith.matching.score.TermFrequencies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A match model as a readable JSON file; the same model makes the same bytes. */
final class ModelFile {

    private static final String FORMAT = "goldsmith-match-model";
    private static final int VERSION = 1;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ModelFile() {}

    /** The file's content, the format first. */
    record Content(
            String format,
            int version,
            double prior,
            List<ComparisonProbabilities> comparisons,
            List<RivalModel> rivals,
            List<TermFrequencies> termFrequencies,
            SortedMap<String, SortedSet<String>> placeholders,
            Optional<BlockingRefinement> refinement) {}

    static MatchModel load(Path file) {
        try {
            Content content = MAPPER.readValue(Files.readString(file, StandardCharsets.UTF_8), Content.class);
            if (!FORMAT.equals(content.format()) || content.version() != VERSION) {
                throw new MatchingException(file + ": expected a " + FORMAT + " of version " + VERSION
                        + ", but found another file; name a model that was saved by --save-model.");
            }
            return new MatchModel(
                    content.prior(),
                    content.comparisons(),
                    content.rivals(),
                    content.termFrequencies(),
                    content.placeholders(),
                    content.refinement());
        } catch (IOException unreadable) {
            throw new MatchingException(file + ": the match model cannot be read; name an existing file.", unreadable);
        } catch (JacksonException malformed) {
            int line = malformed.getLocation() == null
                    ? 0
                    : malformed.getLocation().getLineNr();
            throw new MatchingException(
                    file + ":" + line + ": expected a match model in JSON; save it anew by --save-model.", malformed);
        }
    }

    static void save(MatchModel model, Path file) {
        String json = MAPPER.writeValueAsString(new Content(
                FORMAT,
                VERSION,
                model.prior(),
                model.comparisons(),
                model.rivals(),
                model.termFrequencies(),
                model.placeholders(),
                model.refinement()));
        try {
            Files.writeString(file, json.replace("\r\n", "\n") + "\n", StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw new MatchingException(
                    file + ": the match model cannot be written; check that its folder exists.", unwritable);
        }
    }
}
