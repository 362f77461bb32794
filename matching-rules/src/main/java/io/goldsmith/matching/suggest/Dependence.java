package io.goldsmith.matching.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How far one column of a sample follows from another. */
final class Dependence {

    private static final int LARGEST_GROUP = 50;
    private static final double MOST_ALIKE = 0.4;

    private final SampledRecords records;

    Dependence(SampledRecords records) {
        this.records = records;
    }

    /**
     * Of the pairs of records that agree on one column and in little else, so that they are hardly of one customer, the share that agree on
     * another; 0 if there are none.
     */
    double given(int column, int other) {
        Map<String, List<SampledRecords.Row>> groups = new TreeMap<>();
        for (SampledRecords.Row row : records.rows()) {
            String value = FoldedText.of(row.cells()[column]);
            if (!value.isEmpty() && !row.cells()[other].isEmpty()) {
                List<SampledRecords.Row> group = groups.computeIfAbsent(value, first -> new ArrayList<>());
                if (group.size() < LARGEST_GROUP) {
                    group.add(row);
                }
            }
        }
        int pairs = 0;
        int agreeing = 0;
        for (List<SampledRecords.Row> group : groups.values()) {
            for (int row = 1; row < group.size(); row++) {
                String[] left = group.get(row - 1).cells();
                String[] right = group.get(row).cells();
                if (!areAlike(left, right, column, other)) {
                    pairs++;
                    agreeing += FoldedText.of(left[other]).equals(FoldedText.of(right[other])) ? 1 : 0;
                }
            }
        }
        return pairs == 0 ? 0 : agreeing / (double) pairs;
    }

    private static boolean areAlike(String[] left, String[] right, int column, int other) {
        int compared = 0;
        int equal = 0;
        for (int position = 0; position < left.length; position++) {
            if (position != column && position != other && !left[position].isEmpty() && !right[position].isEmpty()) {
                compared++;
                equal += left[position].equals(right[position]) ? 1 : 0;
            }
        }
        return equal > MOST_ALIKE * compared;
    }
}
