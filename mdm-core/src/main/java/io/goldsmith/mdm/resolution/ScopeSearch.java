package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds everything that is one customer's: the records of the cluster, the records that left it last without going to another one
 * (deleted, in quarantine), the ids merged into it, and the golden records that any of the records belonged to once.
 */
final class ScopeSearch {

    private static final String MEMBERS =
            "select x.record_id from unnest(?) w(id) join cross_reference x" + " on x.golden_id = w.id";

    private static final String DEPARTED = "select f.record_id from unnest(?) w(id) join former_reference f"
            + " on f.golden_id = w.id"
            + " where not exists (select 1 from cross_reference x where x.record_id = f.record_id)"
            + " and not exists (select 1 from former_reference l where l.record_id = f.record_id"
            + " and l.left_at > f.left_at)";

    private static final String FORMER = "select g.id, g.merged_into from unnest(?) w(id) join former_reference f"
            + " on f.record_id = w.id join golden_record g on g.id = f.golden_id";

    private ScopeSearch() {}

    static CustomerScope of(Transaction transaction, long goldenId) throws SQLException {
        SortedSet<Long> goldenIds = new TreeSet<>();
        goldenIds.add(goldenId);
        SortedSet<Long> recordIds = new TreeSet<>();
        SortedSet<Long> former = new TreeSet<>();
        boolean grew = true;
        while (grew) {
            recordIds.addAll(read(transaction, MEMBERS, goldenIds));
            recordIds.addAll(read(transaction, DEPARTED, goldenIds));
            grew = follow(transaction, recordIds, goldenIds, former);
        }
        former.removeAll(goldenIds);
        return new CustomerScope(OptionalLong.of(goldenId), goldenIds, former, recordIds);
    }

    /** Of a record that has no golden record. */
    static CustomerScope ofRecord(Transaction transaction, long recordId) throws SQLException {
        SortedSet<Long> former = new TreeSet<>();
        SortedSet<Long> recordIds = new TreeSet<>();
        recordIds.add(recordId);
        follow(transaction, recordIds, new TreeSet<>(), former);
        return new CustomerScope(OptionalLong.empty(), new TreeSet<>(), former, recordIds);
    }

    /** Adds the golden records that the records were in once, as merged into those at hand or as former ones. */
    private static boolean follow(
            Transaction transaction, Collection<Long> recordIds, SortedSet<Long> goldenIds, SortedSet<Long> former)
            throws SQLException {
        boolean grew = false;
        try (PreparedStatement query = transaction.connection().prepareStatement(FORMER)) {
            query.setArray(1, transaction.numbers(recordIds));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    former.add(row.getLong(1));
                    grew |= goldenIds.contains(row.getLong(2)) && goldenIds.add(row.getLong(1));
                }
            }
        }
        return grew;
    }

    private static SortedSet<Long> read(Transaction transaction, String sql, Collection<Long> ids) throws SQLException {
        SortedSet<Long> found = new TreeSet<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(sql)) {
            query.setArray(1, transaction.numbers(ids));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(row.getLong(1));
                }
            }
        }
        return found;
    }
}
