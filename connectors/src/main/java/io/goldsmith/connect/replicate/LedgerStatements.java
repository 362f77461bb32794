package io.goldsmith.connect.replicate;

import io.goldsmith.mdm.store.Store;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** Runs the statements of the ledger's tables, each in the caller's transaction if there is one. */
record LedgerStatements(Store store) {

    /** @return how many rows were changed */
    int update(String sql, Object... parameters) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement statement = transaction.connection().prepareStatement(sql)) {
                set(statement, parameters);
                return statement.executeUpdate();
            }
        });
    }

    static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : parameters[i];
            statement.setObject(i + 1, value);
        }
    }

    Instant now() {
        return store.clock().instant();
    }
}
