package io.goldsmith.matching.report;

import io.goldsmith.matching.evaluate.Evaluation;
import io.goldsmith.matching.evaluate.ThresholdSweep.Point;
import io.goldsmith.matching.score.MatchWeight;
import java.util.LinkedHashMap;
import java.util.Map;

/** What labels say of a matching, as JSON. */
final class LabelJson {

    private LabelJson() {}

    static void put(Map<String, Object> json, LabelReport labels) {
        json.put("evaluation", evaluation(labels.evaluation()));
        json.put("pairsCompleteness", labels.errors().pairsCompleteness());
        json.put(
                "thresholds",
                labels.sweep().points().stream().map(LabelJson::point).toList());
        Map<String, Long> misses = new LinkedHashMap<>();
        labels.errors().misses().forEach((cause, count) -> misses.put(cause.name(), count));
        json.put("misses", misses);
        json.put("falsePositives", PairJson.all(labels.falsePositives()));
        json.put("falseNegatives", PairJson.all(labels.falseNegatives()));
    }

    static Map<String, Object> evaluation(Evaluation evaluation) {
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
        json.put("entities", evaluation.entities());
        json.put("exactClusters", evaluation.exactClusters());
        return json;
    }

    static Map<String, Object> point(Point point) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("weight", MatchWeight.toBits(point.weight()));
        json.put("truePositives", point.truePositives());
        json.put("falsePositives", point.falsePositives());
        json.put("precision", point.precision());
        json.put("recall", point.recall());
        json.put("f1", point.f1());
        return json;
    }
}
