package io.goldsmith.matching.model;

import io.goldsmith.matching.record.Column;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.matching.score.TermFrequencies;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts how often the values of a column occur. */
final class TermCount {

    private TermCount() {}

    static TermFrequencies frequencies(RecordTable table, String attribute, int fewest) {
        int position = table.column(attribute);
        Column column = table.columns().get(position);
        int[] counts = new int[column.elementCodes()];
        long records = 0;
        for (int row = 0; row < table.size(); row++) {
            int code = table.code(position, row);
            records += code == Column.MISSING ? 0 : 1;
            for (int element = 0; element < column.count(code); element++) {
                counts[column.element(code, element)]++;
            }
        }
        SortedMap<String, Double> values = new TreeMap<>();
        long rare = 0;
        long rareRecords = 0;
        for (int element = 1; element < counts.length; element++) {
            if (counts[element] >= fewest) {
                values.put(column.text(element), rounded(counts[element] / (double) records));
            } else if (counts[element] > 0) {
                rare++;
                rareRecords += counts[element];
            }
        }
        double unseen = rare == 0 ? 1.0 / Math.max(2, records + 1) : rareRecords / (double) rare / (records + 1);
        return new TermFrequencies(attribute, rounded(Math.min(unseen, 0.5)), values);
    }

    /** Six significant digits: enough for a weight, and readable. */
    private static double rounded(double share) {
        return new java.math.BigDecimal(share)
                .round(new java.math.MathContext(6))
                .doubleValue();
    }
}
