package io.goldsmith.connect.suggest;

import io.goldsmith.connect.mapping.Row;
import io.goldsmith.connect.spi.Sample;
import io.goldsmith.connect.spi.SampledColumn;
import io.goldsmith.connect.spi.SampledRow;
import io.goldsmith.matching.suggest.ProposedColumn;
import io.goldsmith.matching.suggest.SurveyedColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The readable rows of a sample as cells.
 *
 * @param columns the columns, in the order of the source
 * @param rows a cell for each column, empty text where a row has none; several elements of an array stand in one cell, with bars between
 */
record SampledCells(List<SampledColumn> columns, List<List<String>> rows) {

    private static final String BETWEEN = "|";

    static SampledCells of(Sample sample) {
        List<List<String>> rows = new ArrayList<>();
        for (SampledRow sampled : sample.rows()) {
            if (sampled instanceof SampledRow.Readable readable) {
                rows.add(cells(sample.columns(), readable.row()));
            }
        }
        return new SampledCells(sample.columns(), rows);
    }

    private static List<String> cells(List<SampledColumn> columns, Row row) {
        return columns.stream()
                .map(column -> String.join(BETWEEN, row.texts(column.name())))
                .toList();
    }

    /** The rows of which a column's cell passes a test. */
    SampledCells where(int column, Predicate<String> test) {
        return new SampledCells(
                columns, rows.stream().filter(row -> test.test(row.get(column))).toList());
    }

    /** The columns as they are surveyed, in the same order. */
    List<SurveyedColumn> survey() {
        List<ProposedColumn> proposed =
                SurveyedColumns.of(columns.stream().map(SampledColumn::name).toList(), rows);
        return IntStream.range(0, columns.size())
                .mapToObj(i -> new SurveyedColumn(
                        i,
                        columns.get(i),
                        proposed.get(i),
                        rows.stream()
                                .map(row -> row.get(i))
                                .filter(cell -> !cell.isEmpty())
                                .toList()))
                .toList();
    }

    /** How much there is: values are personal data. */
    @Override
    public String toString() {
        return "SampledCells[" + columns.size() + " columns, " + rows.size() + " rows]";
    }
}
