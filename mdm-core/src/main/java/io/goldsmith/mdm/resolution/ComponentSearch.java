package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.score.MatchGrade;
import io.goldsmith.mdm.store.ConflictException;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds the connected components of records, breadth first: over pairs graded MATCH, what people linked, and golden records
 * they share now, so that whatever a golden record loses or gains is looked at together.
 */
final class ComponentSearch {

    /** A component with more records than this is left to the batch. */
    static final int MAX_RECORDS = 2_000;

    private static final String PAIR =
            "p.left_record, p.right_record, p.left_version, p.right_version, p.weight, p.grade";

    private static final String NO_PAIR = ", 0, 0, 0, ''";

    /** Every scored pair, since a possible match is locked with the component but does not belong to it; then what holds together. */
    private static final String NEIGHBOURS =
            "select " + PAIR + " from unnest(?) w(id) join scored_pair p on p.left_record = w.id"
                    + " union all select " + PAIR + " from unnest(?) w(id) join scored_pair p on p.right_record = w.id"
                    + " union all select w.id, d.right_record" + NO_PAIR + " from unnest(?) w(id) join decision d"
                    + " on d.left_record = w.id where d.kind in ('MERGE', 'LINK') and d.undone_at is null"
                    + " union all select w.id, d.left_record" + NO_PAIR + " from unnest(?) w(id) join decision d"
                    + " on d.right_record = w.id where d.kind in ('MERGE', 'LINK') and d.undone_at is null"
                    + " union all select w.id, o.record_id" + NO_PAIR + " from unnest(?) w(id)"
                    + " join decision_record r on r.record_id = w.id join decision d on d.id = r.decision_id"
                    + " join decision_record o on o.decision_id = r.decision_id and o.side = r.side"
                    + " where d.kind = 'UNMERGE' and d.undone_at is null"
                    + " union all select w.id, o.record_id" + NO_PAIR + " from unnest(?) w(id)"
                    + " join cross_reference x on x.record_id = w.id"
                    + " join cross_reference o on o.golden_id = x.golden_id";

    private static final int PARAMETERS = 6;

    private final SortedSet<Long> reached = new TreeSet<>();
    private final SortedSet<Long> tied = new TreeSet<>();
    private final SortedSet<ScoredRow> pairs = new TreeSet<>();

    /**
     * A component that is locked.
     *
     * @param recordIds every record of it, live or not, by hub id
     * @param pairs every scored pair that has at least one of them
     */
    record Locked(SortedSet<Long> recordIds, SortedSet<ScoredRow> pairs) {}

    private ComponentSearch() {}

    /**
     * Every record reached from the given ones, live or not, by hub id, locked until the transaction ends with every record that a
     * possible match ties to them.
     *
     * @throws ComponentTooLargeException if there are more than {@value #MAX_RECORDS}
     * @throws ConflictException if the component grew while this waited for the locks
     */
    static Locked lockedFrom(Transaction transaction, ResolutionLocks locks, Collection<Long> recordIds)
            throws SQLException {
        ComponentSearch before = from(transaction, recordIds);
        SortedSet<Long> locked = new TreeSet<>(before.reached);
        locked.addAll(before.tied);
        locks.records(transaction, locked);
        // All that was reached at once: if nothing new is found, it is the component still.
        ComponentSearch after = from(transaction, before.reached);
        if (!locked.containsAll(after.reached) || !locked.containsAll(after.tied)) {
            throw new ConflictException("the component of record " + after.reached.first());
        }
        return new Locked(after.reached, after.pairs);
    }

    private static ComponentSearch from(Transaction transaction, Collection<Long> recordIds) throws SQLException {
        ComponentSearch search = new ComponentSearch();
        search.reached.addAll(recordIds);
        Set<Long> frontier = search.reached;
        while (!frontier.isEmpty()) {
            frontier = search.step(transaction, frontier);
        }
        search.tied.removeAll(search.reached);
        return search;
    }

    private Set<Long> step(Transaction transaction, Set<Long> frontier) throws SQLException {
        Set<Long> next = new TreeSet<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(NEIGHBOURS)) {
            for (int parameter = 1; parameter <= PARAMETERS; parameter++) {
                query.setArray(parameter, transaction.numbers(frontier));
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    note(row, next);
                }
            }
        }
        next.removeAll(reached);
        reached.addAll(next);
        if (reached.size() > MAX_RECORDS) {
            throw new ComponentTooLargeException();
        }
        return next;
    }

    private void note(ResultSet row, Set<Long> next) throws SQLException {
        String grade = row.getString(6);
        Set<Long> found = grade.equals(MatchGrade.POSSIBLE_MATCH.name()) ? tied : next;
        found.add(row.getLong(1));
        found.add(row.getLong(2));
        if (!grade.isEmpty()) {
            pairs.add(new ScoredRow(
                    row.getLong(1),
                    row.getLong(2),
                    row.getInt(3),
                    row.getInt(4),
                    row.getInt(5),
                    MatchGrade.valueOf(grade)));
        }
    }
}
