package io.goldsmith.mdm.golden;

import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads versions of golden records, each by its primary key or along it. */
final class GoldenVersionRows {

    private static final String SELECT = GoldenRecordRows.COLUMNS
            + ", v.state, v.recorded_at, v.rules_version, g.merged_into from golden_record_version v"
            + " join golden_record g on g.id = v.golden_id where v.golden_id = ? ";

    private GoldenVersionRows() {}

    static Optional<GoldenVersion> find(Transaction transaction, long goldenId, int version) throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(SELECT + "and v.version = ?")) {
            query.setLong(1, goldenId);
            query.setInt(2, version);
            return read(query).stream().findFirst();
        }
    }

    /** The version that was the newest at an instant. */
    static Optional<GoldenVersion> asOf(Transaction transaction, long goldenId, Instant instant) throws SQLException {
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement(SELECT + "and v.recorded_at <= ? order by v.version desc fetch first 1 rows only")) {
            query.setLong(1, goldenId);
            query.setObject(2, instant.atOffset(ZoneOffset.UTC));
            return read(query).stream().findFirst();
        }
    }

    /** The newest version. */
    static Optional<GoldenVersion> newest(Transaction transaction, long goldenId) throws SQLException {
        try (PreparedStatement query =
                transaction.connection().prepareStatement(SELECT + "order by v.version desc fetch first 1 rows only")) {
            query.setLong(1, goldenId);
            return read(query).stream().findFirst();
        }
    }

    /** Versions recorded from an instant on, in their order. */
    static List<GoldenVersion> from(Transaction transaction, long goldenId, Instant from, int limit)
            throws SQLException {
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement(SELECT + "and v.recorded_at >= ? order by v.version fetch first ? rows only")) {
            query.setLong(1, goldenId);
            query.setObject(2, from.atOffset(ZoneOffset.UTC));
            query.setInt(3, limit);
            return read(query);
        }
    }

    private static List<GoldenVersion> read(PreparedStatement query) throws SQLException {
        List<GoldenVersion> versions = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                GoldenVersion.State state = GoldenVersion.State.valueOf(row.getString(8));
                long mergedInto = row.getLong(11);
                versions.add(new GoldenVersion(
                        GoldenRecordRows.read(row),
                        state,
                        state == GoldenVersion.State.MERGED ? Optional.of(new GoldenId(mergedInto)) : Optional.empty(),
                        row.getObject(9, OffsetDateTime.class).toInstant(),
                        row.getInt(10)));
            }
        }
        return versions;
    }
}
