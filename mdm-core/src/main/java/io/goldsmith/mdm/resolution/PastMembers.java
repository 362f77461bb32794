package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.golden.MemberList;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Finds out where the source records are that a golden record had last. */
final class PastMembers {

    private static final String LAST = "select members from golden_record_version where golden_id = ?"
            + " and members <> '[]' order by version desc fetch first 1 rows only";

    private static final String PLACE = "select x.golden_id from source_record r"
            + " join cross_reference x on x.record_id = r.id join golden_record g on g.id = x.golden_id"
            + " where r.source_system = ? and r.source_key = ? and g.state = 'ACTIVE'";

    private PastMembers() {}

    /** The active golden record, other than itself, that has most of them; the smaller id among equals. */
    static OptionalLong goldenOf(Transaction transaction, long goldenId) throws SQLException {
        Map<Long, Integer> counts = new TreeMap<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(PLACE)) {
            for (RecordId member : last(transaction, goldenId)) {
                query.setString(1, member.source());
                query.setString(2, member.key());
                try (ResultSet row = query.executeQuery()) {
                    if (row.next() && row.getLong(1) != goldenId) {
                        counts.merge(row.getLong(1), 1, Integer::sum);
                    }
                }
            }
        }
        OptionalLong most = OptionalLong.empty();
        int records = 0;
        for (Map.Entry<Long, Integer> count : counts.entrySet()) {
            if (count.getValue() > records) {
                most = OptionalLong.of(count.getKey());
                records = count.getValue();
            }
        }
        return most;
    }

    static List<RecordId> last(Transaction transaction, long goldenId) throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(LAST)) {
            query.setLong(1, goldenId);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? MemberList.read(row.getString(1)) : List.of();
            }
        }
    }
}
