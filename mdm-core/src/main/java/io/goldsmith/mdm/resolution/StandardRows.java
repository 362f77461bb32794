package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.store.Documents;
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
        try (RowWriter rows = transaction.insert("standard_record", "record_id", "version", "standard", "problems")) {
            for (StandardisedRecord record : records) {
                rows.row(
                        record.row().recordId(),
                        record.row().version(),
                        Documents.write(record.standard()),
                        Documents.write((Object) record.problems()));
            }
        }
    }

    /** Deletes the rows of records, where they have any. */
    static void delete(Transaction transaction, Collection<Long> recordIds) throws SQLException {
        try (PreparedStatement statement =
                transaction.connection().prepareStatement("delete from standard_record where record_id = any(?)")) {
            statement.setArray(1, transaction.numbers(recordIds));
            statement.executeUpdate();
        }
    }
}
