package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.RowWriter;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Writes standard records. */
final class StandardRows {

    private StandardRows() {}

    /** Inserts the rows of records that have none. */
    static void insert(Transaction transaction, List<StandardisedRecord> records) throws SQLException {
        try (RowWriter rows = writer(transaction)) {
            for (StandardisedRecord record : records) {
                StandardText text = StandardText.of(new StandardForm(record.standard(), record.problems()));
                rows.row(record.row().recordId(), record.row().version(), text.values(), text.problems());
            }
        }
    }

    /** Changes the rows of records that have one. */
    static void update(Transaction transaction, List<StandardisedRecord> records) throws SQLException {
        try (BulkWriter rows = transaction.bulk(
                "update standard_record set version = ?, standard = ?, problems = ? where record_id = ?")) {
            for (StandardisedRecord record : records) {
                StandardText text = StandardText.of(new StandardForm(record.standard(), record.problems()));
                rows.row(
                        record.row().version(),
                        text.values(),
                        text.problems(),
                        record.row().recordId());
            }
        }
    }

    /** Inserts the rows of records that are ready to be stored. */
    static void insertReady(Transaction transaction, List<StandardRow> records) throws SQLException {
        try (RowWriter rows = writer(transaction)) {
            for (StandardRow record : records) {
                rows.row(
                        record.recordId(),
                        record.version(),
                        record.text().values(),
                        record.text().problems());
            }
        }
    }

    private static RowWriter writer(Transaction transaction) throws SQLException {
        return transaction.insert("standard_record", "record_id", "version", "standard", "problems");
    }

    /** Deletes the rows of records, where they have any. */
    static void delete(Transaction transaction, Collection<Long> recordIds) throws SQLException {
        if (recordIds.isEmpty()) {
            return;
        }
        try (PreparedStatement statement =
                transaction.connection().prepareStatement("delete from standard_record where record_id = any(?)")) {
            statement.setArray(1, transaction.numbers(recordIds));
            statement.executeUpdate();
        }
    }
}
