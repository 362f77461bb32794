package io.goldsmith.mdm.source;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.store.IdAllocator;
import io.goldsmith.mdm.store.RowWriter;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.util.Set;

/**
 * Notes, in the transaction that lands something of them, the customers whose golden records must be evaluated anew though no source
 * record of theirs changed. Rows are only added here: two who land for the same customer never wait for each other.
 */
final class DueCustomers {

    private DueCustomers() {}

    static void note(Transaction transaction, Store store, Set<RecordId> customers) throws SQLException {
        IdAllocator ids = store.ids("due_id");
        try (RowWriter insert = transaction.insert("evaluation_due", "id", "source_system", "source_key")) {
            for (RecordId customer : customers) {
                insert.row(ids.next(), customer.source(), customer.key());
            }
        }
    }
}
