package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.matching.run.Matching;
import it.unimi.dsi.fastutil.booleans.BooleanArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.List;

/**
 * Every live record of the hub as a table, with what the hub knows of each row in primitive arrays beside it: rows in the order of the
 * record ids. Immutable.
 */
final class BatchTable {

    /** What {@link #rowOf} answers for a record that has no row. */
    static final int NO_ROW = -1;

    private final RecordTable records;
    private final long[] recordIds;
    private final int[] versions;
    private final boolean[] pending;
    private final Long2IntOpenHashMap rowOf;

    private BatchTable(RecordTable records, long[] recordIds, int[] versions, boolean[] pending) {
        this.records = records;
        this.recordIds = recordIds;
        this.versions = versions;
        this.pending = pending;
        this.rowOf = new Long2IntOpenHashMap(recordIds.length);
        rowOf.defaultReturnValue(NO_ROW);
        for (int row = 0; row < recordIds.length; row++) {
            rowOf.put(recordIds[row], row);
        }
    }

    RecordTable records() {
        return records;
    }

    int size() {
        return recordIds.length;
    }

    /** The hub id of a row's record. */
    long recordId(int row) {
        return recordIds[row];
    }

    /** The version of the row's record that was standardised. */
    int version(int row) {
        return versions[row];
    }

    /** Whether the row's record waits to be resolved. */
    boolean isPending(int row) {
        return pending[row];
    }

    /** The row of a record by hub id, {@link #NO_ROW} if it is not live. */
    int rowOf(long recordId) {
        return rowOf.get(recordId);
    }

    /** Takes records in any order, each once. Not thread-safe. */
    static final class Builder {

        private final RecordTable.Builder records;
        private final List<String> sources = new ArrayList<>();
        private final List<String> keys = new ArrayList<>();
        private final LongArrayList recordIds = new LongArrayList();
        private final IntArrayList versions = new IntArrayList();
        private final BooleanArrayList pending = new BooleanArrayList();

        Builder(Matching matching) {
            this.records = RecordTable.builder(matching.comparedAttributes());
        }

        /** @param derived the record's standard values with those derived from them */
        void add(RecordId id, long recordId, int version, boolean isPending, AttributeValues derived) {
            records.add(id, derived);
            sources.add(id.source().intern());
            keys.add(id.key());
            recordIds.add(recordId);
            versions.add(version);
            pending.add(isPending);
        }

        /** The table: its own arrays are brought into the order in which {@link RecordTable} keeps its rows. */
        BatchTable build() {
            int[] order = new int[keys.size()];
            for (int row = 0; row < order.length; row++) {
                order[row] = row;
            }
            IntArrays.quickSort(order, this::compare);
            long[] sortedIds = new long[order.length];
            int[] sortedVersions = new int[order.length];
            boolean[] sortedPending = new boolean[order.length];
            for (int row = 0; row < order.length; row++) {
                sortedIds[row] = recordIds.getLong(order[row]);
                sortedVersions[row] = versions.getInt(order[row]);
                sortedPending[row] = pending.getBoolean(order[row]);
            }
            return new BatchTable(records.build(), sortedIds, sortedVersions, sortedPending);
        }

        private int compare(int left, int right) {
            int bySource = RecordId.TEXT_ORDER.compare(sources.get(left), sources.get(right));
            return bySource != 0 ? bySource : RecordId.TEXT_ORDER.compare(keys.get(left), keys.get(right));
        }
    }
}
