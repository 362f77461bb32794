package io.goldsmith.connect.preview;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One row as the hub would take it.
 *
 * @param origin where it stands
 * @param outcome what would become of it
 * @param key its key in the source; empty if it cannot be mapped
 * @param raw column to texts, as the source has them; of what cannot be read as columns, its text under an empty name
 * @param mapped attribute to values as they would be landed
 * @param standard attribute to values in standard form
 * @param remarks what is wrong with it, or worth knowing: reasons, without values
 */
public record PreviewedRow(
        String origin,
        Outcome outcome,
        String key,
        Map<String, List<String>> raw,
        Map<String, List<String>> mapped,
        Map<String, List<String>> standard,
        List<Remark> remarks) {

    /** What would become of a row. */
    public enum Outcome {
        LANDS,
        /** It breaks a rejecting rule. */
        QUARANTINED,
        /** It cannot be read or mapped, and would wait in quarantine too. */
        UNREADABLE
    }

    /**
     * Something to say of a row.
     *
     * @param kind {@code rejects}, {@code warns}, {@code not standard}, {@code unreadable}, {@code deletes}
     * @param attribute the attribute; empty if it concerns the row
     * @param rule the validation rule; empty if it is none
     * @param reason what was expected and found, without values
     */
    public record Remark(String kind, String attribute, String rule, String reason) {}

    public PreviewedRow {
        raw = Collections.unmodifiableMap(new LinkedHashMap<>(raw));
        mapped = Collections.unmodifiableMap(new LinkedHashMap<>(mapped));
        standard = Collections.unmodifiableMap(new LinkedHashMap<>(standard));
        remarks = List.copyOf(remarks);
    }

    /** Where it stands and what becomes of it: values are personal data. */
    @Override
    public String toString() {
        return "PreviewedRow[" + outcome + "]";
    }
}
