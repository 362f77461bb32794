package io.goldsmith.matching.run;

import io.goldsmith.matching.block.PairMode;
import io.goldsmith.matching.cluster.ScoredPairs;
import io.goldsmith.matching.evaluate.Labels;
import io.goldsmith.matching.evaluate.ThresholdSweep;
import io.goldsmith.matching.model.LabelledTraining;
import io.goldsmith.matching.model.MatchModel;
import io.goldsmith.matching.model.MatchSettings;
import io.goldsmith.matching.model.ModelOrigin.SourceFile;
import io.goldsmith.matching.model.Thresholds;
import io.goldsmith.matching.model.TrainedModel;
import io.goldsmith.matching.model.Training;
import io.goldsmith.matching.model.TrainingDiagnostics;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.matching.run.CsvIntake.IntakeResult;
import io.goldsmith.matching.standardise.Derivation;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Training on CSV files, with labels or without.
 *
 * @param files the files; with several, an id is prefixed by its file's name
 * @param settings columns and matching
 * @param idColumn the column that holds the id
 * @param ignored columns that are not read
 * @param mode which pairs are looked at
 * @param threads how many threads read and score
 * @param seed chooses the pairs that are sampled
 */
public record CsvTraining(
        List<Path> files,
        CsvMatchSettings settings,
        String idColumn,
        Set<String> ignored,
        PairMode mode,
        int threads,
        long seed) {

    /** As many labelled matches are counted at most; of more, every so many-th. */
    private static final long MOST_MATCHES = 1_000_000;

    /** Thresholds are looked for from this probability on. */
    private static final double LOWEST = 0.001;

    /**
     * What came of it.
     *
     * @param records how many records were read
     * @param model the model
     * @param files the files that were read, and how many records each gave
     * @param labels how many pairs the labels hold to match, if there were labels
     * @param diagnostics what the training told of itself
     * @param sweep what each threshold over pairs would come to, if there were labels
     */
    public record Outcome(
            int records,
            MatchModel model,
            List<SourceFile> files,
            OptionalLong labels,
            TrainingDiagnostics diagnostics,
            Optional<ThresholdSweep> sweep) {

        public Outcome {
            Objects.requireNonNull(model, "model");
            files = List.copyOf(files);
            Objects.requireNonNull(diagnostics, "diagnostics");
        }
    }

    /**
     * Reads and trains.
     *
     * @param labels the file with the truth, if there is one
     * @throws io.goldsmith.matching.MatchingException if a file cannot be read, or no label speaks of a record
     */
    public Outcome run(Optional<Path> labels, MatchProgress progress) {
        MatchSettings matching = settings.matching();
        Derivation derivation = Derivation.of(settings.attributes(), matching.derived());
        IntakeResult intake = new CsvIntake(settings, derivation, idColumn, ignored, threads, progress).read(files);
        RecordTable table = intake.table();
        Optional<Labels> truth = labels.map(file -> Labels.read(file, table, sourceOf(file)));
        progress.advanced("train", 0, 1);
        TrainedModel trained = truth.map(known -> labelled(table, known))
                .orElseGet(() -> new Training(table, matching, mode, seed).train());
        progress.advanced("train", 1, 1);
        return new Outcome(
                table.size(),
                trained.model(),
                intake.files(),
                truth.map(known -> OptionalLong.of(known.matches())).orElseGet(OptionalLong::empty),
                trained.diagnostics(),
                truth.map(known -> sweep(table, trained.model(), known, progress)));
    }

    private TrainedModel labelled(RecordTable table, Labels labels) {
        IntArrayList lefts = new IntArrayList();
        IntArrayList rights = new IntArrayList();
        labels.sampleMatches(MOST_MATCHES, (left, right) -> {
            lefts.add(left);
            rights.add(right);
        });
        return new LabelledTraining(table, settings.matching(), mode, seed)
                .train(lefts.toIntArray(), rights.toIntArray());
    }

    private ThresholdSweep sweep(RecordTable table, MatchModel model, Labels labels, MatchProgress progress) {
        Matching matching = Matching.of(settings.attributes(), withLowThresholds(settings.matching()), model);
        RecordTable known = table.without(Map.copyOf(model.placeholders()));
        ScoredPairs pairs = matching.scorePairs(known, new MatchOptions(mode, threads), progress);
        return ThresholdSweep.of(pairs, labels);
    }

    private static MatchSettings withLowThresholds(MatchSettings settings) {
        return new MatchSettings(
                new Thresholds(Math.max(LOWEST, settings.thresholds().automatic()), LOWEST, LOWEST),
                settings.prior(),
                settings.maxBlockSize(),
                settings.blocking(),
                settings.comparisons(),
                settings.exclusive(),
                settings.onePerSource(),
                settings.derived(),
                settings.training());
    }

    /** What ids of a label file are prefixed by; empty if they stand as they are. */
    private String sourceOf(Path labels) {
        return new CsvMatch(files, settings, idColumn, ignored, Optional.empty(), mode, threads, seed).sourceOf(labels);
    }
}
