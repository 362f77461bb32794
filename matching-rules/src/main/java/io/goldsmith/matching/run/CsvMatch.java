package io.goldsmith.matching.run;

import io.goldsmith.matching.block.PairMode;
import io.goldsmith.matching.cluster.Clustering;
import io.goldsmith.matching.cluster.ScoredPairs;
import io.goldsmith.matching.compare.ComparedRows;
import io.goldsmith.matching.model.MatchModel;
import io.goldsmith.matching.model.TrainedModel;
import io.goldsmith.matching.model.Training;
import io.goldsmith.matching.model.TrainingDiagnostics;
import io.goldsmith.matching.record.CsvFile;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.matching.run.CsvIntake.IntakeResult;
import io.goldsmith.matching.standardise.Derivation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The matching of CSV files, from reading to clusters: the order of the stages in one method.
 *
 * @param files the files; with several, an id is prefixed by its file's name
 * @param settings columns and matching
 * @param idColumn the column that holds the id
 * @param ignored columns that are not read
 * @param model the match model; without one m and u are those of the settings, and term frequencies are counted in the files
 * @param mode which pairs are looked at
 * @param threads how many threads read and score
 * @param seed chooses the pairs that a model is trained on
 */
public record CsvMatch(
        List<Path> files,
        CsvMatchSettings settings,
        String idColumn,
        Set<String> ignored,
        Optional<MatchModel> model,
        PairMode mode,
        int threads,
        long seed) {

    /** Reads, blocks, scores and clusters. */
    public CsvMatchResult run(MatchProgress progress) {
        Matching untrained = Matching.of(settings.attributes(), settings.matching());
        Derivation derivation =
                Derivation.of(settings.attributes(), settings.matching().derived());
        IntakeResult intake = new CsvIntake(settings, derivation, idColumn, ignored, threads, progress).read(files);
        boolean trains = model.isEmpty() && settings.matching().training().isPresent();
        Scored scored = trains ? trained(intake.table(), progress) : given(intake.table(), untrained, progress);
        progress.advanced("cluster", 0, 1);
        Clustering clustering = scored.matching.clusters(scored.rows, scored.pairs, threads);
        progress.advanced("cluster", 1, 1);
        return new CsvMatchResult(
                scored.matching,
                scored.rows.table(),
                new MatchOptions(mode, threads),
                scored.pairs,
                clustering,
                scored.diagnostics,
                intake.files(),
                intake.rejected(),
                intake.rejectedLines(),
                intake.problems());
    }

    /** The pairs from the review threshold on, by whose model, of which rows; what training told, if the model was trained on them. */
    private record Scored(
            Matching matching, ComparedRows rows, ScoredPairs pairs, Optional<TrainingDiagnostics> diagnostics) {}

    /** Scores by a model that is trained on the table; what training made of it is scored as it stands. */
    private Scored trained(RecordTable table, MatchProgress progress) {
        progress.advanced("train", 0, 1);
        Training training = new Training(table, settings.matching(), mode, seed);
        TrainedModel trained = training.train();
        Matching matching = Matching.of(settings.attributes(), settings.matching(), trained.model());
        progress.advanced("train", 1, 1);
        ScoredPairs pairs = matching.scorePairs(training.candidates(), training.rows(), threads, progress);
        return new Scored(matching, training.rows(), pairs, Optional.of(trained.diagnostics()));
    }

    private Scored given(RecordTable table, Matching untrained, MatchProgress progress) {
        progress.advanced("train", 0, 1);
        MatchModel applied = model.orElseGet(() -> untrained.model().frozenOn(table, settings.matching()));
        progress.advanced("train", 1, 1);
        Matching matching = Matching.of(settings.attributes(), settings.matching(), applied);
        ComparedRows rows = matching.compared(table.without(Map.copyOf(applied.placeholders())))
                .prepared();
        ScoredPairs pairs = matching.scorePairs(rows, new MatchOptions(mode, threads), progress);
        return new Scored(matching, rows, pairs, Optional.empty());
    }

    /** What ids of a file are prefixed by in this run; empty if they stand as they are. */
    public String sourceOf(Path file) {
        boolean read = files.stream()
                .anyMatch(known -> known.toAbsolutePath()
                        .normalize()
                        .equals(file.toAbsolutePath().normalize()));
        return files.size() > 1 && read ? CsvFile.source(file) : "";
    }
}
