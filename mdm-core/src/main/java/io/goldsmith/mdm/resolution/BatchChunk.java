package io.goldsmith.mdm.resolution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Some units of a batch, written in one transaction.
 *
 * @param rows of all units
 * @param departed hub ids of records that are not live any more
 */
record BatchChunk(int[] rows, List<Long> departed) {

    /** How many records a chunk holds, but for a unit that is larger by itself. */
    static final int SIZE = 1_000;

    /** A chunk with its golden values. */
    record Evaluated(BatchChunk chunk, List<EvaluatedCluster> clusters, Instant evaluationInstant) {}

    /** Cuts units into chunks, in their order. */
    static List<BatchChunk> cut(List<WorkUnits.Unit> units) {
        List<BatchChunk> chunks = new ArrayList<>();
        List<WorkUnits.Unit> gathered = new ArrayList<>();
        int size = 0;
        for (WorkUnits.Unit unit : units) {
            if (size > 0 && size + unit.size() > SIZE) {
                chunks.add(of(gathered));
                gathered.clear();
                size = 0;
            }
            gathered.add(unit);
            size += unit.size();
        }
        if (!gathered.isEmpty()) {
            chunks.add(of(gathered));
        }
        return chunks;
    }

    private static BatchChunk of(List<WorkUnits.Unit> units) {
        int[] rows =
                units.stream().flatMapToInt(unit -> Arrays.stream(unit.rows())).toArray();
        List<Long> departed = units.stream()
                .flatMapToLong(unit -> Arrays.stream(unit.departed()))
                .boxed()
                .toList();
        return new BatchChunk(rows, departed);
    }

    /** The hub ids of the rows. */
    List<Long> recordIds(BatchTable table) {
        List<Long> recordIds = new ArrayList<>(rows.length);
        for (int row : rows) {
            recordIds.add(table.recordId(row));
        }
        return recordIds;
    }

    /** How many records it holds. */
    int size() {
        return rows.length + departed.size();
    }
}
