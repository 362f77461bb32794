package io.goldsmith.mdm.reference;

import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;

/** How far every live record was verified anew since an edition took the place of another. */
final class VerificationSweep {

    private static final long DONE = -1;

    private VerificationSweep() {}

    /** Every record is to be verified anew, from the first on. */
    static void begin(Transaction transaction) throws SQLException {
        reached(transaction, 0);
    }

    /** Keeps others from verifying until the transaction ends; answers after which record it goes on, empty if nothing is left. */
    static OptionalLong lock(Transaction transaction) throws SQLException {
        try (PreparedStatement query = transaction
                        .connection()
                        .prepareStatement("select after_record from verification_sweep where name = 'all' for update");
                ResultSet row = query.executeQuery()) {
            row.next();
            long after = row.getLong(1);
            return after == DONE ? OptionalLong.empty() : OptionalLong.of(after);
        }
    }

    static void end(Transaction transaction) throws SQLException {
        reached(transaction, DONE);
    }

    /** All records up to this one were verified. */
    static void reached(Transaction transaction, long recordId) throws SQLException {
        try (PreparedStatement update = transaction
                .connection()
                .prepareStatement("update verification_sweep set after_record = ? where name = 'all'")) {
            update.setLong(1, recordId);
            update.executeUpdate();
        }
    }
}
