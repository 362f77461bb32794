package io.goldsmith.connect.preview;

import java.util.List;

/**
 * What one stream would land.
 *
 * @param stream its name
 * @param holds {@code records}, {@code orders}, {@code relations} or {@code reference data}
 * @param place where its rows were read
 * @param failure why it cannot be read, and what to check; empty if it was read
 * @param attributes how its attributes are mapped; none of orders and relations
 * @param rows its first rows
 */
public record StreamPreview(
        String stream,
        String holds,
        String place,
        String failure,
        List<PreviewedAttribute> attributes,
        List<PreviewedRow> rows) {

    public StreamPreview {
        attributes = List.copyOf(attributes);
        rows = List.copyOf(rows);
    }

    /** How many rows have an outcome. */
    public long count(PreviewedRow.Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }
}
