package io.goldsmith.app.rest;

import io.goldsmith.connect.replicate.Drift;
import io.goldsmith.connect.replicate.ReconciliationReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How a target compares with the hub, as JSON for a program. */
final class ReconciliationDocument {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ReconciliationDocument() {}

    static String of(ReconciliationReport report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("target", report.target());
        document.put("seconds", report.elapsed().toMillis() / 1000.0);
        document.put("settled", report.isSettled());
        document.put("tellsMissing", report.tellsMissing());
        document.put("counts", report.counts());
        document.put("columns", report.columns());
        document.put("unreadable", report.unreadableRows());
        document.put(
                "drifted",
                report.drifted().stream().map(ReconciliationDocument::record).toList());
        report.repair().ifPresent(repair -> document.put("message", repair.message()));
        return JSON.writeValueAsString(document) + System.lineSeparator();
    }

    /** That nothing could be compared, and why. */
    static String ofFailure(String target, String message) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("target", target);
        document.put("failure", message);
        return JSON.writeValueAsString(document) + System.lineSeparator();
    }

    private static Map<String, Object> record(Drift drift) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("kind", drift.kind().name().toLowerCase(Locale.ROOT));
        record.put("key", drift.key());
        drift.goldenId().ifPresent(golden -> record.put("golden", golden.toString()));
        if (!drift.columns().isEmpty()) {
            record.put("columns", List.copyOf(drift.columns().keySet()));
        }
        Map<String, Object> values = new LinkedHashMap<>();
        drift.columns()
                .forEach((column, difference) -> difference.ifPresent(
                        both -> values.put(column, Map.of("there", both.there(), "hub", both.hub()))));
        if (!values.isEmpty()) {
            record.put("values", values);
        }
        if (!drift.ledger().isEmpty()) {
            record.put("ledger", drift.ledger());
        }
        return record;
    }
}
