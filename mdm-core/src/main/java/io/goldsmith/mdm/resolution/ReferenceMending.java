package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.golden.MemberList;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Transaction;
import io.goldsmith.mdm.store.UnreadableDocumentException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * Puts lost cross-references back: a live record that an active golden record has as a stored member, and that no other has, belongs to
 * it. Its golden id is kept in this way; whether the cluster is right, resolution says.
 */
final class ReferenceMending {

    private static final String MEMBERS = "select v.members from golden_record g join golden_record_version v"
            + " on v.golden_id = g.id and v.version = g.version where g.id = ? and g.state = 'ACTIVE'";

    private static final String RECORD = "select r.id, x.golden_id from source_record r"
            + " left join cross_reference x on x.record_id = r.id"
            + " where r.source_system = ? and r.source_key = ? and r.state in ('PENDING', 'RESOLVED')";

    private ReferenceMending() {}

    /** Restores the cross-references of a golden record. */
    static void restore(Transaction transaction, long goldenId, Instant now) throws SQLException {
        for (RecordId member : members(transaction, goldenId)) {
            try (PreparedStatement query = transaction.connection().prepareStatement(RECORD)) {
                query.setString(1, member.source());
                query.setString(2, member.key());
                try (ResultSet row = query.executeQuery()) {
                    if (row.next()) {
                        long recordId = row.getLong(1);
                        long golden = row.getLong(2);
                        OptionalLong known = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(golden);
                        restore(transaction, goldenId, member, recordId, known, now);
                    }
                }
            }
        }
    }

    private static void restore(
            Transaction transaction, long goldenId, RecordId member, long recordId, OptionalLong known, Instant now)
            throws SQLException {
        if (known.isEmpty()) {
            try (BulkWriter insert = transaction.bulk("insert into cross_reference (record_id, golden_id, origin,"
                    + " linked_at) values (?, ?, 'AUTO', ?)")) {
                insert.row(recordId, goldenId, now);
            }
        } else if (known.getAsLong() != goldenId
                && !members(transaction, known.getAsLong()).contains(member)) {
            try (BulkWriter update = transaction.bulk("update cross_reference set golden_id = ? where record_id = ?")) {
                update.row(goldenId, recordId);
            }
        }
    }

    /** The stored members of an active golden record, as far as they can be read; none of another. */
    private static List<RecordId> members(Transaction transaction, long goldenId) throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(MEMBERS)) {
            query.setLong(1, goldenId);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? MemberList.read(row.getString(1)) : List.of();
            } catch (UnreadableDocumentException e) {
                return List.of();
            }
        }
    }
}
