package io.goldsmith.mdm.resolution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Some units of a batch, written in one transaction.
 *
 * @param units at least one
 */
record BatchChunk(List<WorkUnits.Unit> units) {

    private static final int SMALLEST = 1_000;
    private static final int LARGEST = 5_000;
    private static final int CHUNKS = 40;

    BatchChunk {
        units = List.copyOf(units);
    }

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
                chunks.add(new BatchChunk(gathered));
                gathered.clear();
                size = 0;
            }
            gathered.add(unit);
            size += unit.size();
        }
        if (!gathered.isEmpty()) {
            chunks.add(new BatchChunk(gathered));
        }
        return chunks;
    }

    /** Its halves, if it has more than one unit: what cannot be written for one unit's sake is tried without it. */
    List<BatchChunk> halves() {
        int middle = units.size() / 2;
        return middle == 0
                ? List.of()
                : List.of(
                        new BatchChunk(units.subList(0, middle)), new BatchChunk(units.subList(middle, units.size())));
    }

    /** The rows of all units. */
    int[] rows() {
        return units.stream().flatMapToInt(unit -> Arrays.stream(unit.rows())).toArray();
    }

    /** The hub ids of records that are not live any more. */
    List<Long> departed() {
        return units.stream()
                .flatMapToLong(unit -> Arrays.stream(unit.departed()))
                .boxed()
                .toList();
    }

    /** The hub ids of the rows. */
    List<Long> recordIds(BatchTable table) {
        return Arrays.stream(rows()).mapToObj(table::recordId).toList();
    }

    /** How many records it holds. */
    int size() {
        return units.stream().mapToInt(WorkUnits.Unit::size).sum();
    }
}
