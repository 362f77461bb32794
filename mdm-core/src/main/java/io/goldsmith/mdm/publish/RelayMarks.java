package io.goldsmith.mdm.publish;

import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * When the relay gave which positions. An event occurs before it is committed, and is committed before it gets its position: what occurs
 * at an instant or later is found after the last position given before that instant.
 */
final class RelayMarks {

    private RelayMarks() {}

    static void add(Transaction transaction, long lastPosition, Instant givenAt) throws SQLException {
        try (PreparedStatement insert = transaction
                .connection()
                .prepareStatement("insert into relay_mark (last_position, given_at) values (?, ?)")) {
            insert.setLong(1, lastPosition);
            insert.setObject(2, givenAt.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    /** The last position given before an instant; 0 if none is known to be. */
    static long before(Transaction transaction, Instant instant) throws SQLException {
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement("select last_position from relay_mark where given_at < ?"
                        + " order by given_at desc, last_position desc fetch first 1 rows only")) {
            query.setObject(1, instant.atOffset(ZoneOffset.UTC));
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }
}
