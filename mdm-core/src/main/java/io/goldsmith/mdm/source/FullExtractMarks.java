package io.goldsmith.mdm.source;

import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;

/**
 * What full extracts deliver, until they are reconciled: noted in a narrow table of its own and not on the records. One small row for
 * each delivery, and the records' rows, which resolution works on, stay untouched.
 */
final class FullExtractMarks {

    private final Store store;

    FullExtractMarks(Store store) {
        this.store = store;
    }

    /** Notes that an extract delivered the records of some keys; a record may be noted twice. */
    static void add(Transaction transaction, long runId, String sourceSystem, Collection<String> keys)
            throws SQLException {
        // A join for H2's sake: see RecordLookup.
        try (PreparedStatement insert = transaction
                .connection()
                .prepareStatement("insert into full_extract_record (run_id, record_id) select cast(? as bigint), r.id"
                        + " from unnest(?) as k(source_key)"
                        + " join source_record r on r.source_system = ? and r.source_key = k.source_key")) {
            insert.setLong(1, runId);
            insert.setArray(2, transaction.texts(keys));
            insert.setString(3, sourceSystem);
            insert.executeUpdate();
        }
    }

    /** Takes the marks of an extract out, a page of records at a time. */
    void forget(long runId) {
        boolean more = true;
        while (more) {
            more = store.inTransaction(transaction -> forgetPage(transaction, runId));
        }
    }

    private static boolean forgetPage(Transaction transaction, long runId) throws SQLException {
        // The bound first: within the delete H2 would look for it again after each row.
        long bound;
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement("select max(p.id) from (select s.record_id as id from full_extract_record s"
                        + " where s.run_id = ? order by s.run_id, s.record_id fetch first 10000 rows only) p")) {
            query.setLong(1, runId);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                bound = row.getLong(1);
            }
        }
        try (PreparedStatement delete = transaction
                .connection()
                .prepareStatement("delete from full_extract_record where run_id = ? and record_id <= ?")) {
            delete.setLong(1, runId);
            delete.setLong(2, bound);
            return delete.executeUpdate() > 0;
        }
    }
}
