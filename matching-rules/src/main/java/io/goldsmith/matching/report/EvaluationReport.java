package io.goldsmith.matching.report;

import io.goldsmith.matching.evaluate.Evaluation;
import io.goldsmith.matching.evaluate.ThresholdSweep;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How clusters or scored pairs agree with labels, with no matching behind it.
 *
 * @param evaluation the clusters, if there are any
 * @param sweep what each threshold over scored pairs would come to, if there are pairs
 */
public record EvaluationReport(Optional<Evaluation> evaluation, Optional<ThresholdSweep> sweep) {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Writes the report as JSON, with the names that the match report uses. */
    public void writeJson(Path file) {
        Map<String, Object> json = new LinkedHashMap<>();
        evaluation.ifPresent(known -> json.put("evaluation", LabelJson.evaluation(known)));
        sweep.ifPresent(known -> json.put(
                "thresholds", known.points().stream().map(LabelJson::point).toList()));
        ReportFile.write(file, MAPPER.writeValueAsString(json) + "\n");
    }
}
