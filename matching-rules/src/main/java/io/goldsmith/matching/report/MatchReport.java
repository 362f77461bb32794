package io.goldsmith.matching.report;

import io.goldsmith.matching.block.BlockingStatistics;
import io.goldsmith.matching.evaluate.Evaluation;
import io.goldsmith.matching.score.PairExplanation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a matching came to, as data. The sample pairs hold values of records: the report is as confidential as the records are.
 *
 * @param records how many records were matched
 * @param clusters how many clusters came out
 * @param matches pairs from the automatic threshold on
 * @param toReview pairs from the review threshold on, below the automatic one
 * @param automaticBits the automatic threshold as a match weight in bits
 * @param reviewBits the review threshold as a match weight in bits
 * @param blocking what each blocking rule brought and gave up
 * @param weights how many pairs from the review threshold on have a weight, by its whole bits rounded down
 * @param clusterSizes how many clusters there are, by how many records they hold
 * @param leftOutLines how many lines of the input were left out
 * @param leftOutValues how many values were left out, by attribute and reason
 * @param evaluation how well the clusters agree with labels, if there were any
 * @param samples pairs near the thresholds
 */
public record MatchReport(
        int records,
        int clusters,
        long matches,
        long toReview,
        double automaticBits,
        double reviewBits,
        BlockingStatistics blocking,
        SortedMap<Integer, Long> weights,
        SortedMap<Integer, Long> clusterSizes,
        long leftOutLines,
        Map<String, Long> leftOutValues,
        Optional<Evaluation> evaluation,
        List<SamplePair> samples) {

    /**
     * A pair to look at.
     *
     * @param left the smaller id
     * @param right the greater id
     * @param explanation why the pair has its score
     */
    public record SamplePair(String left, String right, PairExplanation explanation) {}

    /** Writes the report as JSON. */
    public void writeJson(Path file) {
        ReportFile.write(file, ReportJson.of(this));
    }

    /** Writes the report as one self-contained page. */
    public void writeHtml(Path file) {
        ReportFile.write(file, new ReportPage(this).html());
    }
}
