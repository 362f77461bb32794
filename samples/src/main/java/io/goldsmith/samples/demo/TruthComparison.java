package io.goldsmith.samples.demo;

import io.goldsmith.matching.evaluate.Evaluation;
import io.goldsmith.matching.evaluate.Labels;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.mdm.golden.GoldenRecords;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the hub's cross-references with the truth: the only place that reads it.
 *
 * @param records source records that belong to a golden record
 * @param evaluation how well they are told apart
 */
record TruthComparison(long records, Evaluation evaluation) {

    static TruthComparison of(GoldenRecords goldenRecords, Path truth) {
        Map<RecordId, Long> goldenIds = new HashMap<>();
        RecordTable.Builder builder = RecordTable.builder(List.of());
        goldenRecords.forEach(golden -> golden.members().forEach(member -> {
            goldenIds.put(member, golden.id().value());
            builder.add(member, AttributeValues.none());
        }));
        RecordTable table = builder.build();
        return new TruthComparison(
                goldenIds.size(), Labels.read(truth, table, "").evaluate(clusters(table, goldenIds)));
    }

    /** The smallest row of each row's golden record. */
    private static int[] clusters(RecordTable table, Map<RecordId, Long> goldenIds) {
        Map<Long, Integer> smallest = new HashMap<>();
        int[] clusters = new int[table.size()];
        for (int row = 0; row < clusters.length; row++) {
            int current = row;
            clusters[row] = smallest.computeIfAbsent(goldenIds.get(table.id(row)), first -> current);
        }
        return clusters;
    }
}
