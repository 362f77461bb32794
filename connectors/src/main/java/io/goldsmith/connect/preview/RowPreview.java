package io.goldsmith.connect.preview;

import io.goldsmith.connect.mapping.Row;
import io.goldsmith.connect.mapping.StreamMapping;
import io.goldsmith.connect.preview.PreviewedRow.Outcome;
import io.goldsmith.connect.preview.PreviewedRow.Remark;
import io.goldsmith.connect.spi.SampledRow;
import io.goldsmith.matching.model.MatchSettings;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.matching.standardise.StandardRecord;
import io.goldsmith.mdm.model.HubConfiguration;
import io.goldsmith.mdm.quality.Finding;
import io.goldsmith.mdm.quality.Validation;
import io.goldsmith.mdm.quality.ValidationSettings;
import io.goldsmith.mdm.source.Delivery;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Takes single rows the way that landing and standardising take them, and keeps what each step made of them. */
final class RowPreview {

    private final Matching matching;
    private final Validation validation;

    RowPreview(HubConfiguration configuration, Clock clock) {
        this.matching = Matching.of(
                configuration.entityModel().definitions(),
                configuration.section(MatchSettings.class).orElseThrow());
        this.validation = new Validation(
                configuration
                        .section(ValidationSettings.class)
                        .orElseGet(() -> new ValidationSettings(List.of()))
                        .validationRules(configuration.entityModel(), matching, configuration.folder()),
                matching,
                clock);
    }

    PreviewedRow of(StreamMapping mapping, SampledRow sampled) {
        if (sampled instanceof SampledRow.Unreadable unreadable) {
            return unreadable(unreadable.origin(), Map.of("", List.of(unreadable.payload())), unreadable.reason());
        }
        Row row = ((SampledRow.Readable) sampled).row();
        Map<String, List<String>> raw = new LinkedHashMap<>();
        new TreeSet<>(mapping.columns()).forEach(column -> raw.put(column, row.texts(column)));
        Delivery delivery = mapping.map(row);
        if (delivery instanceof Delivery.Unreadable refused) {
            return unreadable(refused.origin(), raw, refused.reason());
        }
        if (delivery instanceof Delivery.RecordVersion version) {
            return record(row.origin(), version, raw);
        }
        return new PreviewedRow(row.origin(), Outcome.LANDS, "", raw, fields(delivery), Map.of(), List.of());
    }

    private static PreviewedRow unreadable(String origin, Map<String, List<String>> raw, String reason) {
        return new PreviewedRow(
                origin,
                Outcome.UNREADABLE,
                "",
                raw,
                Map.of(),
                Map.of(),
                List.of(new Remark("unreadable", "", "", reason)));
    }

    private PreviewedRow record(String origin, Delivery.RecordVersion version, Map<String, List<String>> raw) {
        if (version.deleted()) {
            return new PreviewedRow(
                    origin,
                    Outcome.LANDS,
                    version.sourceKey(),
                    raw,
                    Map.of(),
                    Map.of(),
                    List.of(new Remark("deletes", "", "", "the source says that it has deleted the record")));
        }
        AttributeValues mapped = version.raw();
        StandardRecord standard = matching.standardise(mapped);
        List<Remark> remarks = new ArrayList<>();
        List<Finding> rejections = validation.rejections(mapped);
        rejections.forEach(finding -> remarks.add(remark("rejects", finding)));
        validation.warnings(mapped, standard).forEach(finding -> remarks.add(remark("warns", finding)));
        standard.problems()
                .forEach(problem -> remarks.add(new Remark("not standard", problem.attribute(), "", problem.reason())));
        return new PreviewedRow(
                origin,
                rejections.isEmpty() ? Outcome.LANDS : Outcome.QUARANTINED,
                version.sourceKey(),
                raw,
                mapped.asMap(),
                standard.values().asMap(),
                remarks);
    }

    private static Remark remark(String kind, Finding finding) {
        return new Remark(kind, finding.attribute(), finding.rule(), finding.reason());
    }

    /** What an order or a relation says. */
    private static Map<String, List<String>> fields(Delivery delivery) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        if (delivery instanceof Delivery.Order order) {
            put(fields, "order", order.orderKey());
            put(fields, "customer", order.customerKey());
            put(fields, "date", order.date().toString());
            put(fields, "amount", order.amount().toPlainString());
            put(fields, "category", order.category());
        } else if (delivery instanceof Delivery.Relation relation) {
            put(fields, "kind", relation.kind());
            put(fields, "from", relation.fromKey());
            put(fields, "to", relation.toKey());
            put(fields, "role", relation.role());
            put(fields, "valid-from", text(relation.validFrom()));
            put(fields, "valid-until", text(relation.validUntil()));
        }
        return fields;
    }

    private static String text(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse("");
    }

    private static void put(Map<String, List<String>> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, List.of(value));
        }
    }
}
