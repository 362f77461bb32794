package io.goldsmith.mdm.reference;

import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.IdAllocator;
import io.goldsmith.mdm.store.RowWriter;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Records that are to be verified since their standard form changed. Rows are only added here: nobody waits for who verifies. */
public final class VerificationQueue {

    private VerificationQueue() {}

    /** Adds records, in the transaction that changes their standard form. */
    public static void add(Transaction transaction, Store store, Collection<Long> recordIds) throws SQLException {
        IdAllocator ids = store.ids("verification_due_id");
        try (RowWriter insert = transaction.insert("verification_due", "id", "record_id")) {
            for (Long recordId : recordIds) {
                insert.row(ids.next(), recordId);
            }
        }
    }

    /** Which of the records, by hub id, are to be verified. */
    public static Set<Long> among(Transaction transaction, Collection<Long> recordIds) throws SQLException {
        Set<Long> due = new HashSet<>();
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement(
                        "select d.record_id from unnest(?) w(id) join verification_due d on d.record_id = w.id")) {
            query.setArray(1, transaction.numbers(recordIds));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    due.add(row.getLong(1));
                }
            }
        }
        return due;
    }

    /** One row of it. */
    record Due(long id, long recordId) {}

    /** @param after the number of the last row before the page */
    static List<Due> page(Transaction transaction, long after, int limit) throws SQLException {
        List<Due> page = new ArrayList<>();
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement("select id, record_id from verification_due where id > ? order by id"
                        + " fetch first ? rows only")) {
            query.setLong(1, after);
            query.setInt(2, limit);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    page.add(new Due(row.getLong(1), row.getLong(2)));
                }
            }
        }
        return page;
    }

    static void done(Transaction transaction, Collection<Due> verified) throws SQLException {
        try (BulkWriter delete = transaction.bulk("delete from verification_due where id = ?")) {
            for (Due due : verified) {
                delete.row(due.id());
            }
        }
    }
}
