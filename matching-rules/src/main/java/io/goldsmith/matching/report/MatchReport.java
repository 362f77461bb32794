package io.goldsmith.matching.report;

import io.goldsmith.matching.block.BlockingStatistics;
import io.goldsmith.matching.model.TrainingDiagnostics;
import io.goldsmith.matching.score.PairExplanation;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a matching came to, as data. The sample pairs hold values of records: the report is as confidential as the records are.
 *
 * @param matches pairs from the automatic threshold on
 * @param toReview pairs from the review threshold on, below the automatic one
 * @param automaticBits the automatic threshold as a match weight in bits
 * @param reviewBits the review threshold as a match weight in bits
 * @param weights how many pairs from the review threshold on have a weight, by its whole bits rounded down
 * @param blocking what each blocking rule brought and gave up
 * @param model the match model that was applied
 * @param training what the training of the model told, if it is known
 * @param clusters the clusters, and the pairs that were cut
 * @param leftOutLines how many lines of the input were left out
 * @param leftOutValues how many values were left out, by attribute and reason
 * @param labels how well all of it agrees with labels, if there were any
 * @param samples pairs near the thresholds, the heaviest first
 */
public record MatchReport(
        long matches,
        long toReview,
        double automaticBits,
        double reviewBits,
        SortedMap<Integer, Long> weights,
        BlockingStatistics blocking,
        ModelReport model,
        Optional<TrainingDiagnostics> training,
        ClusterReport clusters,
        long leftOutLines,
        SortedMap<String, Long> leftOutValues,
        Optional<LabelReport> labels,
        List<SamplePair> samples) {

    public MatchReport {
        weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
        leftOutValues = Collections.unmodifiableSortedMap(new TreeMap<>(leftOutValues));
        samples = List.copyOf(samples);
    }

    /** How many records were matched. */
    public int records() {
        return clusters.metrics().records();
    }

    /**
     * A pair to look at.
     *
     * @param left the smaller id
     * @param right the greater id
     * @param note what there is to say of it, empty for nothing
     * @param explanation why the pair has its score
     */
    public record SamplePair(String left, String right, String note, PairExplanation explanation) {

        public SamplePair {
            Objects.requireNonNull(explanation, "explanation");
        }

        /** Without ids: they are personal data, as confidential as the records. */
        @Override
        public String toString() {
            return "SamplePair[" + explanation.score().grade() + "]";
        }
    }

    /** Writes the report as JSON. */
    public void writeJson(Path file) {
        ReportFile.write(file, ReportJson.of(this));
    }

    /** Writes the report as one self-contained page. */
    public void writeHtml(Path file) {
        ReportFile.write(file, new ReportPage(this).html());
    }
}
