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

    private static final int SMALLEST = 1_000;
    private static final int LARGEST = 5_000;
    private static final int CHUNKS = 40;

    /** A chunk with its golden values. */
    record Evaluated(BatchChunk chunk, List<EvaluatedCluster> clusters, Instant evaluationInstant) {}

    /**
     * Cuts units into chunks, in their order: 1,000 records each, in a large batch more, up to 5,000, since every commit rewrites the
     * pages of the indexes that its rows are scattered over. A unit that is larger by itself is a chunk.
     */
    static List<BatchChunk> cut(List<WorkUnits.Unit> units) {
        int records = units.stream().mapToInt(WorkUnits.Unit::size).sum();
        int chunkSize = Math.max(SMALLEST, Math.min(LARGEST, records / CHUNKS));
        List<BatchChunk> chunks = new ArrayList<>();
        List<WorkUnits.Unit> gathered = new ArrayList<>();
        int size = 0;
        for (WorkUnits.Unit unit : units) {
            if (size > 0 && size + unit.size() > chunkSize) {
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
