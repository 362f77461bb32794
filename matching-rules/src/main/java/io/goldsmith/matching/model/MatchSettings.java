package io.goldsmith.matching.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.goldsmith.matching.block.BlockingRule;
import io.goldsmith.matching.compare.ComparisonSettings;
import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.settings.SettingsDocument;
import io.goldsmith.matching.settings.SettingsException;
import io.goldsmith.matching.settings.SettingsProblem;
import io.goldsmith.matching.standardise.DerivedAttribute;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The {@code matching} section of a configuration.
 *
 * @param thresholds the two thresholds
 * @param prior the probability that two random records match, strictly between 0 and 1
 * @param maxBlockSize the most records that a block may hold; greater ones are refined, or given up and counted
 * @param blocking the blocking rules, in order
 * @param comparisons the comparisons, in order
 * @param exclusive identifiers that no cluster may hold two different values of
 * @param onePerSource the sources that have each customer once, so that no cluster gets two records of one; {@code all} for every source
 * @param derived attributes computed from those of the records, in order
 * @param training how a model is trained where none is given; without it the m and u of the levels apply
 */
public record MatchSettings(
        Thresholds thresholds,
        double prior,
        int maxBlockSize,
        List<BlockingRule> blocking,
        List<ComparisonSettings> comparisons,
        List<String> exclusive,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> onePerSource,

        List<DerivedAttribute> derived,
        Optional<TrainingSettings> training) {

    /** The bound on blocks if none is configured. */
    public static final int DEFAULT_MAX_BLOCK_SIZE = 1000;

    public MatchSettings {
        thresholds = thresholds == null ? new Thresholds(0.95, 0.5, 0) : thresholds;
        prior = prior == 0 ? 1e-4 : prior;
        maxBlockSize = maxBlockSize == 0 ? DEFAULT_MAX_BLOCK_SIZE : maxBlockSize;
        blocking = blocking == null ? List.of() : List.copyOf(blocking);
        comparisons = comparisons == null ? List.of() : List.copyOf(comparisons);
        exclusive = exclusive == null ? List.of() : List.copyOf(exclusive);
        onePerSource = onePerSource == null ? List.of() : List.copyOf(onePerSource);
        derived = derived == null ? List.of() : List.copyOf(derived);
        training = training == null ? Optional.empty() : training;
    }

    /** Settings of blocking rules and comparisons, everything else as if nothing were configured. */
    public static MatchSettings of(List<BlockingRule> blocking, List<ComparisonSettings> comparisons) {
        return new MatchSettings(null, 0, 0, blocking, comparisons, List.of(), List.of(), List.of(), Optional.empty());
    }

    /**
     * What is wrong with settings.
     *
     * @param pointer where, as a JSON pointer from the {@code matching} section
     * @param message what was expected, what was found, what to do
     */
    public record Problem(String pointer, String message) {}

    /** Everything that does not fit the attributes or each other; empty if the settings can be used. */
    public List<Problem> problems(List<AttributeDefinition> attributes) {
        return new MatchSettingsCheck(this, attributes).problems();
    }

    /**
     * Reads and checks the {@code matching} section of a configuration, whose shape {@link #schema()} describes.
     *
     * @param document the whole configuration
     * @param pointer where the section stands, for example {@code /matching}
     * @param attributes the attributes that it may speak of
     * @throws SettingsException with every problem
     */
    public static MatchSettings read(SettingsDocument document, String pointer, List<AttributeDefinition> attributes) {
        MatchSettings settings = document.bind(pointer, MatchSettings.class);
        List<SettingsProblem> problems = settings.problems(attributes).stream()
                .map(problem -> document.problem(pointer + problem.pointer(), problem.message()))
                .toList();
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return settings;
    }

    /** The JSON Schema of the section. */
    public static JsonNode schema() {
        return SchemaResource.read("/io/goldsmith/matching/matching.schema.json");
    }
}
