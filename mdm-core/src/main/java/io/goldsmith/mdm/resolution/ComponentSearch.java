package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds the connected components of records, breadth first: over pairs graded MATCH, standing MERGE decisions, and golden records
 * they share now, so that whatever a golden record loses or gains is looked at together.
 */
final class ComponentSearch {

    /** A component with more records than this is left to the batch. */
    static final int MAX_RECORDS = 2_000;

    private static final List<String> NEIGHBOURS = List.of(
            "select right_record from scored_pair where left_record = any(?) and grade = 'MATCH'",
            "select left_record from scored_pair where right_record = any(?) and grade = 'MATCH'",
            "select right_record from decision where left_record = any(?) and kind = 'MERGE' and undone_at is null",
            "select left_record from decision where right_record = any(?) and kind = 'MERGE' and undone_at is null",
            "select o.record_id from cross_reference x join cross_reference o on o.golden_id = x.golden_id"
                    + " where x.record_id = any(?)");

    private ComponentSearch() {}

    /**
     * Every record reached from the given ones, live or not, by hub id.
     *
     * @throws ComponentTooLargeException if there are more than {@value #MAX_RECORDS}
     */
    static SortedSet<Long> from(Transaction transaction, Collection<Long> recordIds) throws SQLException {
        SortedSet<Long> reached = new TreeSet<>(recordIds);
        Set<Long> frontier = reached;
        while (!frontier.isEmpty()) {
            Set<Long> next = new TreeSet<>();
            for (String sql : NEIGHBOURS) {
                try (PreparedStatement query = transaction.connection().prepareStatement(sql)) {
                    query.setArray(1, transaction.numbers(frontier));
                    try (ResultSet row = query.executeQuery()) {
                        while (row.next()) {
                            next.add(row.getLong(1));
                        }
                    }
                }
            }
            next.removeAll(reached);
            reached.addAll(next);
            if (reached.size() > MAX_RECORDS) {
                throw new ComponentTooLargeException();
            }
            frontier = next;
        }
        return reached;
    }
}
