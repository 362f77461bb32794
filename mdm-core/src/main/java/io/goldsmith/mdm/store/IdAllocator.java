package io.goldsmith.mdm.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Hands out ids of a sequence, from blocks of the sequence's increment: one question to the database per block. Ids are unique and
 * grow within a process; a block that was not used up is lost when the process ends. Thread-safe.
 */
public final class IdAllocator {

    private final Store store;
    private final String sequence;
    private long next;
    private long end;

    IdAllocator(Store store, String sequence) {
        this.store = store;
        this.sequence = sequence;
    }

    /** An id that nobody else gets. */
    public synchronized long next() {
        if (next == end) {
            store.inTransaction(transaction -> {
                next = value(transaction.connection());
                end = next + increment(transaction.connection());
                return null;
            });
        }
        return next++;
    }

    private long value(Connection connection) throws SQLException {
        // The name comes from code, never from outside; a sequence cannot be a parameter in H2.
        String sql = store.isPostgreSql() ? "select nextval('" + sequence + "')" : "select next value for " + sequence;
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private long increment(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select cast(increment as bigint) from information_schema.sequences where lower(sequence_name) = ?")) {
            query.setString(1, sequence);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new StoreException("There is no sequence " + sequence + " in the hub's database");
                }
                return row.getLong(1);
            }
        }
    }
}
