package io.goldsmith.matching.report;

import io.goldsmith.matching.report.MatchReport.SamplePair;
import io.goldsmith.matching.score.ComparisonExplanation;
import io.goldsmith.matching.score.MatchWeight;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Explained pairs as JSON; weights in bits. */
final class PairJson {

    private PairJson() {}

    static List<Map<String, Object>> all(List<SamplePair> pairs) {
        return pairs.stream().map(PairJson::pair).toList();
    }

    private static Map<String, Object> pair(SamplePair pair) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("left", pair.left());
        json.put("right", pair.right());
        if (!pair.note().isEmpty()) {
            json.put("note", pair.note());
        }
        json.put("weight", MatchWeight.toBits(pair.explanation().score().weight()));
        json.put("probability", pair.explanation().score().probability());
        json.put("grade", pair.explanation().score().grade());
        json.put("against", pair.explanation().rival().word());
        json.put("prior", MatchWeight.toBits(pair.explanation().priorWeight()));
        json.put(
                "comparisons",
                pair.explanation().comparisons().stream()
                        .map(PairJson::comparison)
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
