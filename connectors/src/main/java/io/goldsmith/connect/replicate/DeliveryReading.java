package io.goldsmith.connect.replicate;

import io.goldsmith.mdm.golden.GoldenId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;

/** Reads the rows of the delivery ledger. */
final class DeliveryReading {

    static final String COLUMNS = "id, target, golden_id, golden_version, record_key, record_version,"
            + " content_hash, state, attempts, replays, next_attempt, carrier, reason, created_at, changed_at, rewrites,"
            + " accepted, creates";

    private DeliveryReading() {}

    static DeliveryRow read(ResultSet row) throws SQLException {
        String target = row.getString("target");
        GoldenId golden = new GoldenId(row.getLong("golden_id"));
        int version = row.getInt("golden_version");
        long id = row.getLong("id");
        Delivered delivered = new Delivered(
                id,
                target,
                golden,
                version,
                row.getString("record_key"),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                instant(row, "next_attempt"),
                row.getString("reason"),
                MessageId.of(target, golden, version, id, row.getInt("replays")),
                instant(row, "created_at").orElseThrow(),
                instant(row, "changed_at").orElseThrow());
        return new DeliveryRow(
                delivered,
                row.getInt("record_version"),
                row.getString("content_hash"),
                row.getString("carrier"),
                names(row.getString("rewrites")),
                row.getBoolean("accepted"),
                row.getBoolean("creates"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static Set<String> names(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(","));
    }
}
