package io.goldsmith.matching.report;

import io.goldsmith.matching.cluster.ClusterMetrics;
import io.goldsmith.matching.report.MatchReport.SamplePair;
import java.util.List;

/**
 * The clusters of a report.
 *
 * @param metrics their figures
 * @param weakest the names of the clusters that {@link ClusterMetrics#weakest()} tells of, in its order
 * @param cuts some of the MATCH pairs that were cut, the heaviest of each reason
 */
public record ClusterReport(ClusterMetrics metrics, List<String> weakest, List<SamplePair> cuts) {

    public ClusterReport {
        weakest = List.copyOf(weakest);
        cuts = List.copyOf(cuts);
    }
}
