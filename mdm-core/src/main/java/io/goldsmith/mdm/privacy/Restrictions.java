package io.goldsmith.mdm.privacy;

import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is restricted: kept, but neither replicated nor loaded. A fact on source records, so that it follows merges: whoever shares a
 * golden record with a restricted record is restricted too.
 */
final class Restrictions {

    private static final String IS_RESTRICTED = "select 1 from cross_reference x join restriction t"
            + " on t.record_id = x.record_id where x.golden_id = ? and t.lifted_at is null fetch first 1 row only";

    private static final String RESTRICTED = "select distinct x.golden_id from restriction t join cross_reference x"
            + " on x.record_id = t.record_id where t.lifted_at is null and x.golden_id > ?"
            + " order by x.golden_id fetch first ? rows only";

    private final Store store;

    Restrictions(Store store) {
        this.store = store;
    }

    boolean isRestricted(GoldenId id) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction.connection().prepareStatement(IS_RESTRICTED)) {
                query.setLong(1, id.value());
                try (ResultSet row = query.executeQuery()) {
                    return row.next();
                }
            }
        });
    }

    List<GoldenId> restrictedAfter(long id, int limit) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction.connection().prepareStatement(RESTRICTED)) {
                query.setLong(1, id);
                query.setInt(2, limit);
                List<GoldenId> restricted = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        restricted.add(new GoldenId(row.getLong(1)));
                    }
                }
                return restricted;
            }
        });
    }

    /** Restricts every source record that a golden record has now. */
    static void restrict(Transaction transaction, GoldenId id, long requestId, Instant now) throws SQLException {
        try (PreparedStatement insert = transaction
                .connection()
                .prepareStatement("insert into restriction (record_id, request_id, restricted_at, lifted_at)"
                        + " select x.record_id, cast(? as bigint), cast(? as timestamp(6) with time zone),"
                        + " cast(null as timestamp(6) with time zone) from cross_reference x where x.golden_id = ?")) {
            insert.setLong(1, requestId);
            insert.setObject(2, now.atOffset(ZoneOffset.UTC));
            insert.setLong(3, id.value());
            insert.executeUpdate();
        }
    }

    /** Lifts what restricts the source records that a golden record has now; answers how many facts that were. */
    static int lift(Transaction transaction, GoldenId id, Instant now) throws SQLException {
        try (PreparedStatement update = transaction
                .connection()
                .prepareStatement("update restriction set lifted_at = ? where lifted_at is null and record_id in"
                        + " (select x.record_id from cross_reference x where x.golden_id = ?)")) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setLong(2, id.value());
            return update.executeUpdate();
        }
    }
}
