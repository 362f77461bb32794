package io.goldsmith.connect.replicate;

import io.goldsmith.mdm.golden.GoldenId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads where the records of the targets stand. */
final class StandingReading {

    static final String COLUMNS = "s.target, s.record_key, s.golden_id, s.delivery_id, s.state, s.sent_version,"
            + " s.sent_at, s.acknowledged_version, s.acknowledged_at, s.acknowledged_record_version, s.refused_version,"
            + " s.refused_at, s.refused_reason, s.sent_digests, s.acknowledged_digests, s.found_digests,"
            + " s.conflict_golden, s.changed_at";

    private StandingReading() {}

    static List<StandingRow> read(PreparedStatement query) throws SQLException {
        List<StandingRow> found = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                found.add(read(row));
            }
        }
        return found;
    }

    private static StandingRow read(ResultSet row) throws SQLException {
        Standing standing = new Standing(
                row.getString("target"),
                row.getString("record_key"),
                new GoldenId(row.getLong("golden_id")),
                DeliveryState.valueOf(row.getString("state")),
                line(row, "sent", ""),
                line(row, "acknowledged", ""),
                line(row, "refused", row.getString("refused_reason")),
                FieldDigests.parse(row.getString("acknowledged_digests")),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
        long conflict = row.getLong("conflict_golden");
        Optional<GoldenId> conflictOf = row.wasNull() ? Optional.empty() : Optional.of(new GoldenId(conflict));
        return new StandingRow(
                standing,
                row.getLong("delivery_id"),
                row.getInt("acknowledged_record_version"),
                FieldDigests.parse(row.getString("sent_digests")),
                FieldDigests.parse(row.getString("found_digests")),
                conflictOf);
    }

    private static Optional<Standing.Line> line(ResultSet row, String what, String reason) throws SQLException {
        Optional<OffsetDateTime> at = Optional.ofNullable(row.getObject(what + "_at", OffsetDateTime.class));
        int version = row.getInt(what + "_version");
        return at.map(time -> new Standing.Line(version, time.toInstant(), reason));
    }
}
