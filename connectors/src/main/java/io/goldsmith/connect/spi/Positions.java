package io.goldsmith.connect.spi;

import io.goldsmith.mdm.store.Store;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** How far each stream was landed, in the words of its source; what a {@link Watermarks watermark} is to streams that go by time. */
public final class Positions {

    private final Store store;

    public Positions(Store store) {
        this.store = store;
    }

    /** Where the next reading of a stream begins; empty if it was never read. */
    public Optional<String> of(String connector, String stream) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement("select reached from connector_position where connector = ? and stream = ?")) {
                query.setString(1, connector);
                query.setString(2, stream);
                try (ResultSet rows = query.executeQuery()) {
                    return rows.next() ? Optional.of(rows.getString(1)) : Optional.<String>empty();
                }
            }
        });
    }

    /** Moves a stream's position, after the landing up to there committed. */
    public void move(String connector, String stream, String position) {
        OffsetDateTime now = store.clock().instant().atOffset(ZoneOffset.UTC);
        store.inTransaction(transaction -> {
            try (PreparedStatement update = transaction
                    .connection()
                    .prepareStatement("update connector_position set reached = ?, moved_at = ?"
                            + " where connector = ? and stream = ?")) {
                update.setString(1, position);
                update.setObject(2, now);
                update.setString(3, connector);
                update.setString(4, stream);
                if (update.executeUpdate() > 0) {
                    return true;
                }
            }
            try (PreparedStatement insert = transaction
                    .connection()
                    .prepareStatement("insert into connector_position (connector, stream, reached, moved_at)"
                            + " values (?, ?, ?, ?)")) {
                insert.setString(1, connector);
                insert.setString(2, stream);
                insert.setString(3, position);
                insert.setObject(4, now);
                return insert.executeUpdate() > 0;
            }
        });
    }
}
