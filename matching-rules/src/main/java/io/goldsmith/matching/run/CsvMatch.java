package io.goldsmith.matching.run;

import io.goldsmith.matching.block.PairMode;
import io.goldsmith.matching.cluster.Clustering;
import io.goldsmith.matching.cluster.ScoredPairs;
import io.goldsmith.matching.model.MatchModel;
import io.goldsmith.matching.model.TrainedModel;
import io.goldsmith.matching.model.Training;
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
        Optional<TrainedModel> trained = trains ? Optional.of(train(intake.table(), progress)) : Optional.empty();
        MatchModel applied = trained.map(TrainedModel::model)
                .or(() -> model)
                .orElseGet(() -> frozen(intake.table(), untrained.model(), progress));
        Matching matching = Matching.of(settings.attributes(), settings.matching(), applied);
        RecordTable table = intake.table().without(Map.copyOf(applied.placeholders()));
        ScoredPairs pairs = matching.scorePairs(table, new MatchOptions(mode, threads), progress);
        progress.advanced("cluster", 0, 1);
        Clustering clustering = matching.clusters(table, pairs, List.of(), threads);
        progress.advanced("cluster", 1, 1);
        return new CsvMatchResult(
                matching,
                table,
                new MatchOptions(mode, threads),
                pairs,
                clustering,
                trained.map(TrainedModel::diagnostics),
                intake.files(),
                intake.rejected(),
                intake.rejectedLines(),
                intake.problems());
    }

    private TrainedModel train(RecordTable table, MatchProgress progress) {
        progress.advanced("train", 0, 1);
        TrainedModel trained = new Training(table, settings.matching(), mode, seed).train();
        progress.advanced("train", 1, 1);
        return trained;
    }

    private MatchModel frozen(RecordTable table, MatchModel untrained, MatchProgress progress) {
        progress.advanced("train", 0, 1);
        MatchModel frozen = untrained.frozenOn(table, settings.matching());
        progress.advanced("train", 1, 1);
        return frozen;
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
