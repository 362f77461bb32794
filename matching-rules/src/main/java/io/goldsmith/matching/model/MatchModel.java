package io.goldsmith.matching.model;

import io.goldsmith.matching.block.Blocking;
import io.goldsmith.matching.block.BlockingRefinement;
import io.goldsmith.matching.block.BlockingRule;
import io.goldsmith.matching.compare.ComparisonSettings;
import io.goldsmith.matching.compare.LevelSettings;
import io.goldsmith.matching.model.ComparisonProbabilities.LevelProbabilities;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.matching.score.Rival;
import io.goldsmith.matching.score.TermFrequencies;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * A match model: what scoring needs beside the settings. Versioned by its content, frozen once published: it never changes, a better
 * one replaces it.
 *
 * @param prior the probability that two random records match
 * @param comparisons m and u of every comparison, in the order of the settings
 * @param rivals the non-matches that share much, as far as the model knows them; in the order of {@link Rival}
 * @param termFrequencies the term frequencies, by attribute in the order of the settings; none if none apply
 * @param placeholders by attribute the values that tell of no customer, as their use shows; they are taken for missing
 * @param refinement the blocking keys that are too large; empty if they are still to be found, on the records that are matched
 */
public record MatchModel(
        double prior,
        List<ComparisonProbabilities> comparisons,
        List<RivalModel> rivals,
        List<TermFrequencies> termFrequencies,
        SortedMap<String, SortedSet<String>> placeholders,
        Optional<BlockingRefinement> refinement) {

    /** In how many records a value must be seen to be kept in a model; a rarer one might tell of a person. */
    public static final int FEWEST_RECORDS = 5;

    public MatchModel {
        comparisons = List.copyOf(comparisons);
        rivals = rivals == null ? List.of() : List.copyOf(rivals);
        termFrequencies = termFrequencies == null ? List.of() : List.copyOf(termFrequencies);
        placeholders = placeholders == null
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(placeholders));
        refinement = refinement == null ? Optional.empty() : refinement;
    }

    /**
     * Loads a model; what it was trained from, {@link SavedModel} knows.
     *
     * @throws io.goldsmith.matching.MatchingException if the file cannot be read or is no model of this version
     */
    public static MatchModel load(Path file) {
        return SavedModel.load(file).model();
    }

    /** Saves this model as readable JSON, without what it was trained from; the same model makes the same bytes. */
    public void save(Path file) {
        new SavedModel(this, Optional.empty()).save(file);
    }

    /** The model that the settings alone make: m, u and prior as written, no term frequencies. */
    public static MatchModel fromSettings(MatchSettings settings) {
        return new MatchModel(
                settings.prior(),
                settings.comparisons().stream()
                        .map(comparison -> new ComparisonProbabilities(
                                comparison.name(),
                                comparison.levels().stream()
                                        .map(level -> new LevelProbabilities(level.level(), level.m(), level.u()))
                                        .toList()))
                        .toList(),
                List.of(),
                List.of(),
                Collections.emptySortedMap(),
                Optional.empty());
    }

    /**
     * This model with what a table of its records shows: the term frequencies of comparisons that use them, and the blocking keys that are
     * too large.
     */
    public MatchModel frozenOn(RecordTable table, MatchSettings settings) {
        return frozenOn(table, settings, BlockingRefinement.of(table, settings.blocking(), settings.maxBlockSize()));
    }

    MatchModel frozenOn(RecordTable table, MatchSettings settings, BlockingRefinement found) {
        return new MatchModel(
                prior,
                comparisons,
                rivals,
                settings.comparisons().stream()
                        .filter(comparison -> comparison.levels().stream().anyMatch(LevelSettings::termFrequency))
                        .map(ComparisonSettings::attribute)
                        .distinct()
                        .toList()
                        .parallelStream()
                        .map(attribute -> TermCount.frequencies(table, attribute, FEWEST_RECORDS))
                        .toList(),
                placeholders,
                Optional.of(found));
    }

    /** A record in standard form without the placeholder values. */
    public AttributeValues withoutPlaceholders(AttributeValues standard) {
        if (placeholders.keySet().stream()
                .noneMatch(attribute ->
                        standard.all(attribute).stream().anyMatch(placeholders.get(attribute)::contains))) {
            return standard;
        }
        Map<String, List<String>> kept = new TreeMap<>(standard.asMap());
        placeholders.forEach((attribute, values) -> kept.computeIfPresent(attribute, (name, all) -> {
            List<String> others =
                    all.stream().filter(value -> !values.contains(value)).toList();
            return others.isEmpty() ? null : others;
        }));
        return AttributeValues.of(kept);
    }

    /** Blocking by rules under this model's refinement. */
    public Blocking blocking(List<BlockingRule> rules) {
        return refinement.map(frozen -> Blocking.of(rules, frozen)).orElseGet(() -> Blocking.of(rules));
    }

    /** The term frequencies of an attribute, if the model has them. */
    public Optional<TermFrequencies> termFrequencies(String attribute) {
        return termFrequencies.stream()
                .filter(frequencies -> frequencies.attribute().equals(attribute))
                .findFirst();
    }

    /** How often each level of a comparison is seen among such rivals; u where the model does not know the comparison. */
    public List<Double> levels(RivalModel rival, ComparisonSettings comparison) {
        return rival.comparisons().stream()
                .filter(known -> known.comparison().equals(comparison.name())
                        && known.levels().size() == comparison.levels().size())
                .findFirst()
                .map(RivalModel.RivalComparison::levels)
                .orElseGet(
                        () -> levels(comparison).stream().map(LevelSettings::u).toList());
    }

    /** A comparison's levels with this model's m and u; those of the settings where the model does not know the level. */
    public List<LevelSettings> levels(ComparisonSettings comparison) {
        return comparison.levels().stream()
                .map(level -> probabilities(comparison.name(), level.level())
                        .map(known -> new LevelSettings(level.level(), known.m(), known.u(), level.termFrequency()))
                        .orElse(level))
                .toList();
    }

    private Optional<LevelProbabilities> probabilities(String comparison, String level) {
        return comparisons.stream()
                .filter(known -> known.comparison().equals(comparison))
                .flatMap(known -> known.levels().stream())
                .filter(known -> known.level().equals(level))
                .findFirst();
    }
}
