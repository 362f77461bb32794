package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.block.BlockingKey;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.mdm.store.RowWriter;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongArrays;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Gathers the blocking keys of many records, sixteen bytes each, and writes them in the order of their primary key: written record by
 * record, each would touch another page of the table.
 */
final class KeyRows {

    private static final int ROWS_PER_TRANSACTION = 100_000;

    private final List<LongArrayList> valuesOfRule = new ArrayList<>();
    private final List<LongArrayList> recordsOfRule = new ArrayList<>();

    void add(long recordId, List<BlockingKey> keys) {
        for (BlockingKey key : keys) {
            while (valuesOfRule.size() <= key.rule()) {
                valuesOfRule.add(new LongArrayList());
                recordsOfRule.add(new LongArrayList());
            }
            valuesOfRule.get(key.rule()).add(key.value());
            recordsOfRule.get(key.rule()).add(recordId);
        }
    }

    /** Writes what was gathered in transactions of their own, but for records that online writers have resolved since. */
    void write(Store store, ResolutionLocks locks) {
        for (int rule = 0; rule < valuesOfRule.size(); rule++) {
            long[] values = valuesOfRule.get(rule).toLongArray();
            long[] records = recordsOfRule.get(rule).toLongArray();
            LongArrays.radixSort(values, records);
            for (int from = 0; from < values.length; from += ROWS_PER_TRANSACTION) {
                int first = from;
                int end = Math.min(values.length, from + ROWS_PER_TRANSACTION);
                int ofRule = rule;
                store.inTransaction(transaction -> {
                    locks.enterAsBatch(transaction);
                    LongSet overtaken = BatchTurn.overtaken(transaction);
                    write(transaction, ofRule, values, records, first, end, overtaken);
                    return null;
                });
            }
        }
    }

    private static RowWriter writer(Transaction transaction) throws SQLException {
        return transaction.insert("blocking_key", "rule_number", "key_hash", "record_id");
    }

    private static void write(
            Transaction transaction, int rule, long[] values, long[] records, int from, int end, LongSet without)
            throws SQLException {
        try (RowWriter insert = writer(transaction)) {
            for (int row = from; row < end; row++) {
                if (!without.contains(records[row])) {
                    insert.row(rule, values[row], records[row]);
                }
            }
        }
    }

    /**
     * Deletes the keys of records, found by their standard form as it is stored: there is no index by record. To be called before
     * that is deleted.
     */
    static void delete(Transaction transaction, Matching matching, Collection<Long> recordIds) throws SQLException {
        KeyChanges keys = new KeyChanges(true);
        for (MemberRecords.Standard record : MemberRecords.standardOfAny(transaction, recordIds)) {
            keys.change(record.recordId(), matching.blockingKeys(record.values()), List.of());
        }
        keys.write(transaction);
    }
}
