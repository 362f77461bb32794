package io.goldsmith.mdm.golden;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads which source records a customer had until their systems deleted them. */
final class DepartedReading {

    private static final String MERGED = "select id from golden_record where merged_into = any(?)";

    // Only where it belonged last counts: before, it may have been another customer's.
    private static final String DEPARTED = "select r.source_system, r.source_key from former_reference f"
            + " join source_record r on r.id = f.record_id where f.golden_id = any(?) and r.state = 'DELETED'"
            + " and not exists (select 1 from former_reference l where l.record_id = f.record_id"
            + " and l.left_at > f.left_at)";

    private DepartedReading() {}

    static List<RecordId> of(Transaction transaction, long goldenId) throws SQLException {
        List<RecordId> departed = new ArrayList<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(DEPARTED)) {
            query.setArray(1, transaction.numbers(withMerged(transaction, goldenId)));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    departed.add(new RecordId(row.getString(1), row.getString(2)));
                }
            }
        }
        Collections.sort(departed);
        return departed;
    }

    /** The golden record and all that redirect to it. */
    private static Set<Long> withMerged(Transaction transaction, long goldenId) throws SQLException {
        Set<Long> all = new HashSet<>(Set.of(goldenId));
        Set<Long> last = Set.of(goldenId);
        try (PreparedStatement query = transaction.connection().prepareStatement(MERGED)) {
            while (!last.isEmpty()) {
                query.setArray(1, transaction.numbers(last));
                Set<Long> next = new HashSet<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        if (all.add(row.getLong(1))) {
                            next.add(row.getLong(1));
                        }
                    }
                }
                last = next;
            }
        }
        return all;
    }
}
