package io.goldsmith.matching.run;

import io.goldsmith.matching.block.CandidatePairs;
import io.goldsmith.matching.cluster.ClusterMetrics;
import io.goldsmith.matching.evaluate.ErrorAnalysis;
import io.goldsmith.matching.evaluate.LabelledError;
import io.goldsmith.matching.evaluate.Labels;
import io.goldsmith.matching.evaluate.ThresholdSweep;
import io.goldsmith.matching.model.TrainingDiagnostics;
import io.goldsmith.matching.report.ClusterReport;
import io.goldsmith.matching.report.LabelReport;
import io.goldsmith.matching.report.MatchReport;
import io.goldsmith.matching.report.MatchReport.SamplePair;
import io.goldsmith.matching.report.ModelReport;
import io.goldsmith.matching.score.MatchWeight;
import io.goldsmith.matching.score.PairScorer;
import io.goldsmith.matching.score.ScoreThresholds;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers a report from the outcome of a run. */
final class ReportGathering {

    private final CsvMatchResult result;
    private final PairScorer scorer;
    private final ReportSamples samples;

    ReportGathering(CsvMatchResult result, long seed) {
        this.result = result;
        this.scorer = result.matching().scorer(result.table());
        this.samples = new ReportSamples(result, scorer, seed);
    }

    MatchReport report(Optional<Labels> labels, Optional<TrainingDiagnostics> training) {
        ScoreThresholds thresholds = result.matching().thresholds();
        SortedMap<Integer, Long> weights = new TreeMap<>();
        long matches = 0;
        for (int pair = 0; pair < result.pairs().size(); pair++) {
            int weight = result.pairs().weight(pair);
            weights.merge(Math.floorDiv(weight, MatchWeight.UNITS_PER_BIT), 1L, Long::sum);
            matches += weight >= thresholds.automatic() ? 1 : 0;
        }
        return new MatchReport(
                matches,
                result.pairs().size() - matches,
                MatchWeight.toBits(thresholds.automatic()),
                MatchWeight.toBits(thresholds.review()),
                weights,
                result.pairs().statistics(),
                ModelReport.of(result.matching().settings(), result.matching().model()),
                training,
                clusters(),
                result.rejectedLines(),
                new TreeMap<>(result.valueProblems()),
                labels.map(this::labels),
                samples.nearThresholds());
    }

    private ClusterReport clusters() {
        ClusterMetrics metrics = result.clustering().metrics(result.pairs());
        return new ClusterReport(
                metrics,
                metrics.weakest().stream()
                        .map(cohesion -> result.table().id(cohesion.cluster()).toString())
                        .toList(),
                samples.cuts());
    }

    private LabelReport labels(Labels labels) {
        ErrorAnalysis errors = ErrorAnalysis.of(
                labels,
                result.clusters(),
                candidates(),
                (left, right) -> scorer.score(left, right).weight(),
                result.matching().thresholds());
        return new LabelReport(
                labels.evaluate(result.clusters()),
                ThresholdSweep.of(result.pairs(), labels),
                errors,
                explained(errors.falsePositives()),
                explained(errors.falseNegatives()));
    }

    /** Blocks once more: which pairs were candidates is not kept through scoring, where it would cost memory that few runs need. */
    private CandidatePairs candidates() {
        return CandidatePairs.of(
                result.table(),
                result.matching().blocking(),
                result.matching().settings().maxBlockSize(),
                result.options().mode(),
                result.options().threads());
    }

    private List<SamplePair> explained(List<LabelledError> errors) {
        return errors.stream()
                .map(error -> samples.explained(
                        error.left(), error.right(), error.cause().words()))
                .toList();
    }
}
