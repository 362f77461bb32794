package io.goldsmith.matching.report;

import io.goldsmith.matching.evaluate.ErrorAnalysis;
import io.goldsmith.matching.evaluate.Evaluation;
import io.goldsmith.matching.evaluate.ThresholdSweep;
import io.goldsmith.matching.report.MatchReport.SamplePair;
import java.util.List;

/**
 * How a matching agrees with labels.
 *
 * @param evaluation the clusters
 * @param sweep the pairs as they stand, by threshold
 * @param errors where clusters and labels differ
 * @param falsePositives the pairs of {@link ErrorAnalysis#falsePositives()}, explained
 * @param falseNegatives the pairs of {@link ErrorAnalysis#falseNegatives()}, explained
 */
public record LabelReport(
        Evaluation evaluation,
        ThresholdSweep sweep,
        ErrorAnalysis errors,
        List<SamplePair> falsePositives,
        List<SamplePair> falseNegatives) {

    public LabelReport {
        falsePositives = List.copyOf(falsePositives);
        falseNegatives = List.copyOf(falseNegatives);
    }
}
