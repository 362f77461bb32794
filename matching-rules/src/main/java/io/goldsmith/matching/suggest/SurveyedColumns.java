package io.goldsmith.matching.suggest;

import io.goldsmith.matching.record.RecordId;
import java.util.ArrayList;
import java.util.List;

/** The columns of rows that stand in memory, surveyed as those of a file are: what each looks like and what it holds. */
public final class SurveyedColumns {

    private SurveyedColumns() {}

    /**
     * Surveys rows.
     *
     * @param columns the names of the columns
     * @param rows the rows, each with a cell for each column, empty text where it has none
     * @return the columns in the same order
     */
    public static List<ProposedColumn> of(List<String> columns, List<List<String>> rows) {
        List<SampledRecords.Row> sampled = new ArrayList<>(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            sampled.add(new SampledRecords.Row(
                    row, new RecordId("", String.valueOf(row)), rows.get(row).toArray(String[]::new)));
        }
        return new ColumnSurvey(new SampledRecords(rows.size(), columns, List.of(), sampled)).survey();
    }
}
