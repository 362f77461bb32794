package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A golden record as it is stored.
 *
 * @param newest its newest version; empty if that is not there
 */
record CheckedGolden(
        long id,
        int version,
        String state,
        Optional<Long> mergedInto,
        Optional<Instant> validUntil,
        Instant changedAt,
        Optional<Newest> newest) {

    private static final String PAGE = "select g.id, g.version, g.state, g.merged_into, g.valid_until, g.changed_at,"
            + " v.attributes, v.provenance, v.members, v.evaluated_at, v.rules_version, v.state from golden_record g"
            + " left join golden_record_version v on v.golden_id = g.id and v.version = g.version"
            + " where g.id > ? order by g.id fetch first ? rows only";

    /** The newest version. */
    record Newest(
            String attributes,
            String provenance,
            String members,
            Instant evaluatedAt,
            int rulesVersion,
            String state) {}

    static List<CheckedGolden> page(Transaction transaction, long after, int limit) throws SQLException {
        List<CheckedGolden> page = new ArrayList<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(PAGE)) {
            query.setLong(1, after);
            query.setInt(2, limit);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    page.add(read(row));
                }
            }
        }
        return page;
    }

    private static CheckedGolden read(ResultSet row) throws SQLException {
        long into = row.getLong(4);
        boolean isMerged = !row.wasNull();
        return new CheckedGolden(
                row.getLong(1),
                row.getInt(2),
                row.getString(3),
                isMerged ? Optional.of(into) : Optional.empty(),
                Optional.ofNullable(row.getObject(5, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getString(7) == null
                        ? Optional.empty()
                        : Optional.of(new Newest(
                                row.getString(7),
                                row.getString(8),
                                row.getString(9),
                                row.getObject(10, OffsetDateTime.class).toInstant(),
                                row.getInt(11),
                                row.getString(12))));
    }

    boolean isActive() {
        return state.equals("ACTIVE");
    }
}
