package io.goldsmith.mdm.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/**
 * The right to be the only one who does something, kept as a row of the database. Locked, it holds until the transaction ends; taken,
 * it holds for a time, and its fence tells a holder who was thought dead from the one who came after.
 *
 * @param name the lease's name; its row is made by a migration
 */
public record Lease(String name) {

    /** Waits until nobody else has the row, and keeps others from it until the transaction ends. */
    public void lock(Transaction transaction) throws SQLException {
        row(transaction);
    }

    /**
     * Takes or renews the lease, and keeps others from its row until the transaction ends.
     *
     * @param holder who takes it, for example a process and a random word
     * @param now the time by the hub's clock
     * @return the fence, which grows with each new holder; empty if somebody else holds the lease
     */
    public OptionalLong take(Transaction transaction, String holder, Instant now, Duration time) throws SQLException {
        Row row = row(transaction);
        boolean mine = row.holder.equals(holder);
        if (!mine && row.heldUntil.isAfter(now)) {
            return OptionalLong.empty();
        }
        long fence = mine ? row.fence : row.fence + 1;
        try (PreparedStatement update = transaction
                .connection()
                .prepareStatement("update lease set holder = ?, fence = ?, held_until = ? where name = ?")) {
            update.setString(1, holder);
            update.setLong(2, fence);
            update.setObject(3, now.plus(time).atOffset(ZoneOffset.UTC));
            update.setString(4, name);
            update.executeUpdate();
        }
        return OptionalLong.of(fence);
    }

    private record Row(String holder, long fence, Instant heldUntil) {}

    private Row row(Transaction transaction) throws SQLException {
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement("select holder, fence, held_until from lease where name = ? for update")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new StoreException(
                            "There is no lease '" + name + "' in the hub's database; a migration must add it");
                }
                return new Row(
                        row.getString(1),
                        row.getLong(2),
                        row.getObject(3, OffsetDateTime.class).toInstant());
            }
        }
    }
}
