package io.goldsmith.mdm.golden;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which source records a golden record ever had, and until when: what happened to a record after it left is told elsewhere.
 *
 * @param until record to when it left for the last time; {@link Instant#MAX} if it is still there
 */
record Membership(Map<RecordId, Instant> until) {

    private static final int FETCH = 200;

    static Membership of(Transaction transaction, long goldenId) throws SQLException {
        Map<RecordId, Instant> until = new TreeMap<>();
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement("select members, recorded_at, state from golden_record_version where golden_id = ?"
                        + " order by version")) {
            query.setLong(1, goldenId);
            query.setFetchSize(FETCH);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Instant at = row.getObject(2, OffsetDateTime.class).toInstant();
                    Set<RecordId> members = new HashSet<>(MemberList.read(row.getString(1)));
                    until.replaceAll((record, left) -> members.contains(record) || left.isBefore(at) ? left : at);
                    members.forEach(record -> until.put(record, Instant.MAX));
                }
            }
        }
        return new Membership(until);
    }

    /** Whether what happened to a record at an instant belongs to the story. */
    boolean covers(RecordId record, Instant at) {
        Instant left = until.get(record);
        return left != null && !at.isAfter(left);
    }
}
