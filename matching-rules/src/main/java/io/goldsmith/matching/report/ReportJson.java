package io.goldsmith.matching.report;

import io.goldsmith.matching.evaluate.Evaluation;
import io.goldsmith.matching.score.ComparisonExplanation;
import io.goldsmith.matching.score.MatchWeight;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
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
        json.put("clusters", report.clusters());
        json.put("pairsCompared", report.blocking().comparedPairs());
        json.put("pairsPossible", report.blocking().possiblePairs());
        json.put("reductionRatio", report.blocking().reductionRatio());
        json.put("pairsGivenUp", report.blocking().givenUpPairs());
        json.put("matches", report.matches());
        json.put("toReview", report.toReview());
        json.put("automaticBits", report.automaticBits());
        json.put("reviewBits", report.reviewBits());
        json.put("blocking", report.blocking().rules());
        json.put("weights", report.weights());
        json.put("clusterSizes", report.clusterSizes());
        json.put("leftOutLines", report.leftOutLines());
        json.put("leftOutValues", new TreeMap<>(report.leftOutValues()));
        report.evaluation().ifPresent(evaluation -> json.put("evaluation", evaluation(evaluation)));
        json.put("samples", report.samples().stream().map(ReportJson::sample).toList());
        return MAPPER.writeValueAsString(json) + "\n";
    }

    private static Map<String, Object> evaluation(Evaluation evaluation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("truePositives", evaluation.truePositives());
        json.put("falsePositives", evaluation.falsePositives());
        json.put("falseNegatives", evaluation.falseNegatives());
        json.put("precision", evaluation.precision());
        json.put("recall", evaluation.recall());
        json.put("f1", evaluation.f1());
        json.put("bCubedPrecision", evaluation.bCubedPrecision());
        json.put("bCubedRecall", evaluation.bCubedRecall());
        json.put("bCubedF1", evaluation.bCubedF1());
        return json;
    }

    private static Map<String, Object> sample(MatchReport.SamplePair pair) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("left", pair.left());
        json.put("right", pair.right());
        json.put("weight", MatchWeight.toBits(pair.explanation().score().weight()));
        json.put("probability", pair.explanation().score().probability());
        json.put("grade", pair.explanation().score().grade());
        json.put("prior", MatchWeight.toBits(pair.explanation().priorWeight()));
        json.put(
                "comparisons",
                pair.explanation().comparisons().stream()
                        .map(ReportJson::comparison)
                        .toList());
        return json;
    }

    private static Map<String, Object> comparison(ComparisonExplanation explained) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("comparison", explained.comparison());
        json.put("level", explained.level());
        json.put("weight", MatchWeight.toBits(explained.weight()));
        json.put("left", explained.left());
        json.put("right", explained.right());
        return json;
    }
}
