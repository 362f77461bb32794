package io.goldsmith.dmp.warehouse;

import java.util.List;

/**
 * Some rows of the anonymous projection, whose order tells nothing.
 *
 * @param columns the columns' names; empty before the first publication
 * @param rows a value for each column
 */
public record ProjectionSample(List<String> columns, List<List<String>> rows) {
    public ProjectionSample {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
