package io.goldsmith.matching.report;

import io.goldsmith.matching.cluster.ClusterMetrics;
import io.goldsmith.matching.cluster.ClusterMetrics.Cohesion;
import io.goldsmith.matching.score.MatchWeight;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The report as JSON; weights in bits. */
final class ReportJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ReportJson() {}

    static String of(MatchReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("records", report.records());
        json.put("clusters", report.clusters().metrics().clusters());
        json.put("pairsCompared", report.blocking().comparedPairs());
        json.put("pairsPossible", report.blocking().possiblePairs());
        json.put("reductionRatio", report.blocking().reductionRatio());
        json.put("pairsGivenUp", report.blocking().givenUpPairs());
        json.put("matches", report.matches());
        json.put("toReview", report.toReview());
        json.put("automaticBits", report.automaticBits());
        json.put("reviewBits", report.reviewBits());
        json.put("model", report.model());
        report.training().ifPresent(training -> {
            json.put("training", training);
            json.put("trainingWarnings", training.warnings());
        });
        json.put("blocking", report.blocking().rules());
        json.put("weights", report.weights());
        json.put("clusterSizes", report.clusters().metrics().sizes());
        json.put("clusterMetrics", clusters(report.clusters()));
        json.put("leftOutLines", report.leftOutLines());
        json.put("leftOutValues", report.leftOutValues());
        report.labels().ifPresent(labels -> LabelJson.put(json, labels));
        json.put("samples", PairJson.all(report.samples()));
        json.put("cuts", PairJson.all(report.clusters().cuts()));
        return MAPPER.writeValueAsString(json) + "\n";
    }

    private static Map<String, Object> clusters(ClusterReport clusters) {
        ClusterMetrics metrics = clusters.metrics();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("innerPairs", metrics.innerPairs());
        json.put("density", metrics.density());
        json.put("meanWeight", MatchWeight.toBits(metrics.meanWeight()));
        json.put("smallestWeight", MatchWeight.toBits(metrics.smallestWeight()));
        Map<String, Long> cuts = new LinkedHashMap<>();
        metrics.cuts().forEach((reason, count) -> cuts.put(reason.name(), count));
        json.put("cuts", cuts);
        List<Map<String, Object>> weakest = new ArrayList<>();
        for (int position = 0; position < metrics.weakest().size(); position++) {
            weakest.add(
                    cohesion(clusters.weakest().get(position), metrics.weakest().get(position)));
        }
        json.put("weakest", weakest);
        return json;
    }

    private static Map<String, Object> cohesion(String name, Cohesion cohesion) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cluster", name);
        json.put("records", cohesion.size());
        json.put("density", cohesion.density());
        json.put("meanWeight", MatchWeight.toBits(cohesion.meanWeight()));
        json.put("smallestWeight", MatchWeight.toBits(cohesion.smallestWeight()));
        json.put("weakestLink", MatchWeight.toBits(cohesion.weakestLink()));
        return json;
    }
}
