package io.goldsmith.matching.run;

import io.goldsmith.matching.cluster.Clustering;
import io.goldsmith.matching.cluster.ScoredPairs;
import io.goldsmith.matching.evaluate.Labels;
import io.goldsmith.matching.model.ModelOrigin.SourceFile;
import io.goldsmith.matching.model.TrainingDiagnostics;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.matching.report.MatchReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the matching of CSV files came to.
 *
 * @param matching the matching with the model that was applied
 * @param table the records in standard form
 * @param options how the pairs were made
 * @param pairs the pairs from the review threshold on
 * @param clustering the clusters, and the pairs that were cut
 * @param diagnostics what the training told of itself, if this run trained a model
 * @param files the files that were read, and how many records each gave
 * @param rejectedLines how many lines were left out
 * @param firstRejectedLines the first of them, as {@code file:line: reason}
 * @param valueProblems how many values were left out, by attribute and reason
 */
public record CsvMatchResult(
        Matching matching,
        RecordTable table,
        MatchOptions options,
        ScoredPairs pairs,
        Clustering clustering,
        Optional<TrainingDiagnostics> diagnostics,
        List<SourceFile> files,
        long rejectedLines,
        List<String> firstRejectedLines,
        Map<String, Long> valueProblems) {

    /** How many clusters there are. */
    public int clusterCount() {
        return clustering.count();
    }

    /** For every row the smallest row of its cluster; not copied, not to be changed. */
    public int[] clusters() {
        return clustering.clusters();
    }

    /** Writes {@code id,cluster_id}, in the order of the ids; a cluster is named after its smallest id. */
    public void writeClusters(Path file) {
        ResultFiles.writeClusters(file, table, clusters());
    }

    /** Writes {@code left_id,right_id,match_weight,match_probability}, sorted. */
    public void writePairs(Path file) {
        ResultFiles.writePairs(file, table, pairs);
    }

    /**
     * What the run came to, with pairs to look at and what its training told, if it trained.
     *
     * @param labels the truth, if it is known
     * @param seed chooses among sample pairs
     */
    public MatchReport report(Optional<Labels> labels, long seed) {
        return report(labels, diagnostics, seed);
    }

    /**
     * What the run came to, with pairs to look at.
     *
     * @param labels the truth, if it is known
     * @param training what the training of the applied model told, this run's or an earlier one's, if it is known
     * @param seed chooses among sample pairs
     */
    public MatchReport report(Optional<Labels> labels, Optional<TrainingDiagnostics> training, long seed) {
        return new ReportGathering(this, seed).report(labels, training);
    }
}
