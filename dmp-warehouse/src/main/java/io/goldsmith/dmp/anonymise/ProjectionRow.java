package io.goldsmith.dmp.anonymise;

import java.util.List;

/**
 * One row on its way to the projection.
 *
 * @param person tells rows of different persons apart, within this load only; it is never written
 * @param values a value for each column, in order
 */
public record ProjectionRow(int person, List<String> values) {
    public ProjectionRow {
        values = List.copyOf(values);
    }
}
