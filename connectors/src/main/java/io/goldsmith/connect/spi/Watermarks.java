package io.goldsmith.connect.spi;

import io.goldsmith.mdm.store.Store;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** How far each stream of each connector was landed. */
public final class Watermarks {

    private final Store store;

    public Watermarks(Store store) {
        this.store = store;
    }

    /** How far a stream was landed; empty if it never was. */
    public Optional<Instant> of(String connector, String stream) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement("select mark from connector_watermark where connector = ? and stream = ?")) {
                query.setString(1, connector);
                query.setString(2, stream);
                try (ResultSet rows = query.executeQuery()) {
                    return rows.next()
                            ? Optional.of(
                                    rows.getObject(1, OffsetDateTime.class).toInstant())
                            : Optional.<Instant>empty();
                }
            }
        });
    }

    /** Moves a stream's watermark, after the landing up to there committed; never back. */
    public void move(String connector, String stream, Instant mark) {
        OffsetDateTime to = mark.atOffset(ZoneOffset.UTC);
        OffsetDateTime now = store.clock().instant().atOffset(ZoneOffset.UTC);
        store.inTransaction(transaction -> {
            try (PreparedStatement update = transaction
                    .connection()
                    .prepareStatement("update connector_watermark set mark = case when mark < ? then ? else mark end,"
                            + " moved_at = ? where connector = ? and stream = ?")) {
                update.setObject(1, to);
                update.setObject(2, to);
                update.setObject(3, now);
                update.setString(4, connector);
                update.setString(5, stream);
                if (update.executeUpdate() > 0) {
                    return true;
                }
            }
            try (PreparedStatement insert = transaction
                    .connection()
                    .prepareStatement(
                            "insert into connector_watermark (connector, stream, mark, moved_at) values (?, ?, ?, ?)")) {
                insert.setString(1, connector);
                insert.setString(2, stream);
                insert.setObject(3, to);
                insert.setObject(4, now);
                return insert.executeUpdate() > 0;
            }
        });
    }
}
