package io.goldsmith.connect.spi;

import java.util.List;

/**
 * The first rows of a stream.
 *
 * @param place where they were read, for a person: a table, files, a resource
 * @param columns what the source says of its columns, in its order
 * @param rows at most as many as were asked for, in the order of the source
 */
public record Sample(String place, List<SampledColumn> columns, List<SampledRow> rows) {

    public Sample {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** How much there is: values are personal data. */
    @Override
    public String toString() {
        return "Sample[" + place + ", " + columns.size() + " columns, " + rows.size() + " rows]";
    }
}
