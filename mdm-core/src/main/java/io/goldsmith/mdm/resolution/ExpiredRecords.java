package io.goldsmith.mdm.resolution;

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

/** The golden records whose rules would choose otherwise by now. */
final class ExpiredRecords {

    private static final String FIRST = "select g.id, g.valid_until,"
            + " (select min(x.record_id) from cross_reference x where x.golden_id = g.id) from golden_record g"
            + " where g.valid_until <= ? order by g.valid_until, g.id fetch first ? rows only";

    private static final String NEXT = "select g.id, g.valid_until,"
            + " (select min(x.record_id) from cross_reference x where x.golden_id = g.id) from golden_record g"
            + " where g.valid_until <= ? and g.valid_until >= ? and (g.valid_until > ? or g.id > ?)"
            + " order by g.valid_until, g.id fetch first ? rows only";

    private ExpiredRecords() {}

    /**
     * One of them.
     *
     * @param recordId one of its source records
     */
    record Expired(long goldenId, Instant validUntil, long recordId) {}

    /**
     * A page, in the order of their valid-until.
     *
     * @param now valid until then or before: from its valid-until on a golden record is another
     * @param after the last one of the page before
     */
    static List<Expired> page(Transaction transaction, Instant now, Optional<Expired> after, int limit)
            throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(after.isPresent() ? NEXT : FIRST)) {
            int position = 1;
            query.setObject(position++, now.atOffset(ZoneOffset.UTC));
            if (after.isPresent()) {
                OffsetDateTime last = after.get().validUntil().atOffset(ZoneOffset.UTC);
                query.setObject(position++, last);
                query.setObject(position++, last);
                query.setLong(position++, after.get().goldenId());
            }
            query.setInt(position, limit);
            return read(query);
        }
    }

    private static List<Expired> read(PreparedStatement query) throws SQLException {
        List<Expired> page = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                page.add(new Expired(
                        row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant(), row.getLong(3)));
            }
        }
        return page;
    }
}
