package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.block.BlockingKey;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Documents;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Writes standard records and their blocking keys. */
final class StandardRows {

    private static final Comparator<KeyRow> BY_PRIMARY_KEY = Comparator.comparingInt(KeyRow::rule)
            .thenComparingLong(KeyRow::value)
            .thenComparingLong(KeyRow::recordId);

    private StandardRows() {}

    private record KeyRow(int rule, long value, long recordId) {}

    /** Inserts the rows of records that have none. */
    static void insert(Transaction transaction, List<StandardisedRecord> records) throws SQLException {
        List<KeyRow> keys = new ArrayList<>();
        try (BulkWriter rows = transaction.bulk(
                "insert into standard_record (record_id, version, standard, problems) values (?, ?, ?, ?)")) {
            for (StandardisedRecord record : records) {
                long recordId = record.row().recordId();
                rows.row(recordId, record.row().version(), Documents.write(record.standard()), Documents.write((Object)
                        record.problems()));
                for (BlockingKey key : record.keys()) {
                    keys.add(new KeyRow(key.rule(), key.value(), recordId));
                }
            }
        }
        keys.sort(BY_PRIMARY_KEY);
        try (BulkWriter rows =
                transaction.bulk("insert into blocking_key (rule_number, key_hash, record_id) values (?, ?, ?)")) {
            for (KeyRow key : keys) {
                rows.row(key.rule, key.value, key.recordId);
            }
        }
    }

    /** Deletes the rows of records, where they have any. */
    static void delete(Transaction transaction, Collection<Long> recordIds) throws SQLException {
        delete(transaction, "delete from blocking_key where record_id = any(?)", recordIds);
        delete(transaction, "delete from standard_record where record_id = any(?)", recordIds);
    }

    private static void delete(Transaction transaction, String sql, Collection<Long> recordIds) throws SQLException {
        try (PreparedStatement statement = transaction.connection().prepareStatement(sql)) {
            statement.setArray(1, transaction.numbers(recordIds));
            statement.executeUpdate();
        }
    }
}
