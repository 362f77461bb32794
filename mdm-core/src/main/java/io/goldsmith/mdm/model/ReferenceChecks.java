package io.goldsmith.mdm.model;

import io.goldsmith.matching.MatchingException;
import io.goldsmith.matching.record.CsvBatches;
import io.goldsmith.matching.settings.NearestWord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Whether the file of a reference list is there and has the columns that a validation rule names. */
final class ReferenceChecks {

    private ReferenceChecks() {}

    /** What is wrong, and at which key of the rule. */
    record Problem(String key, String message) {}

    /**
     * What is wrong with the file of a rule {@code in-reference}.
     *
     * @param folder the hub's folder
     */
    static Optional<Problem> problem(JsonNode rule, Path folder) {
        String name = rule.path("file").asString("");
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder.normalize())) {
            return Optional.of(
                    new Problem("file", "\"" + name + "\" is not within the hub's folder; put the file there."));
        }
        if (!Files.isRegularFile(file)) {
            return Optional.of(
                    new Problem("file", "there is no file \"" + name + "\" in the hub's folder; add it there."));
        }
        try (CsvBatches csv = CsvBatches.open(file)) {
            List<String> header = csv.header();
            for (String attribute : rule.path("columns").propertyNames()) {
                String column = rule.path("columns").path(attribute).asString("");
                if (!header.contains(column)) {
                    return Optional.of(new Problem(
                            "columns/" + attribute,
                            "\"" + name + "\" has no column \"" + column + "\"; " + NearestWord.hint(column, header)));
                }
            }
            return Optional.empty();
        } catch (MatchingException e) {
            return Optional.of(new Problem("file", "the file cannot be read as CSV: " + e.getMessage()));
        }
    }
}
