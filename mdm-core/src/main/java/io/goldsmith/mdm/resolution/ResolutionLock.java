package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** One writer of results at a time: a row lock that a transaction takes first and keeps until it ends. */
final class ResolutionLock {

    private static final String NAME = "resolution";

    private final Store store;

    ResolutionLock(Store store) {
        this.store = store;
    }

    /** Takes the lock, waiting for the transaction that has it. */
    void take(Transaction transaction) throws SQLException {
        if (!lockRow(transaction)) {
            try (PreparedStatement insert = transaction
                    .connection()
                    .prepareStatement("insert into lease (name, holder, fence, held_until) select ?, '', 0, ?"
                            + " where not exists (select 1 from lease where name = ?)")) {
                insert.setString(1, NAME);
                insert.setObject(2, Instant.EPOCH.atOffset(java.time.ZoneOffset.UTC));
                insert.setString(3, NAME);
                insert.executeUpdate();
            }
            lockRow(transaction);
        }
    }

    /** Sees to it that there is a row to lock, so that two first resolutions do not both insert it. */
    void prepare() {
        store.inTransaction(transaction -> {
            take(transaction);
            return null;
        });
    }

    private static boolean lockRow(Transaction transaction) throws SQLException {
        try (PreparedStatement lock =
                transaction.connection().prepareStatement("select name from lease where name = ? for update")) {
            lock.setString(1, NAME);
            try (ResultSet row = lock.executeQuery()) {
                return row.next();
            }
        }
    }
}
