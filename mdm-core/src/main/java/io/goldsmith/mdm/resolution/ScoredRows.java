package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.score.MatchGrade;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.RowWriter;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads and writes scored pairs. */
final class ScoredRows {

    // Joined with the ids and not "= any": H2 would compare each row found with every id.
    private static final String OF_RECORDS =
            "select p.left_record, p.right_record, p.left_version, p.right_version, p.weight, p.grade"
                    + " from unnest(?) w(id) join scored_pair p on p.left_record = w.id"
                    + " union all select p.left_record, p.right_record, p.left_version, p.right_version, p.weight, p.grade"
                    + " from unnest(?) w(id) join scored_pair p on p.right_record = w.id";

    private ScoredRows() {}

    static void insert(Transaction transaction, Collection<ScoredRow> pairs, int rulesVersion) throws SQLException {
        List<ScoredRow> sorted = new ArrayList<>(pairs);
        sorted.sort(null);
        try (RowWriter insert = transaction.insert(
                "scored_pair",
                "left_record",
                "right_record",
                "left_version",
                "right_version",
                "weight",
                "grade",
                "rules_version")) {
            for (ScoredRow pair : sorted) {
                insert.row(
                        pair.left(),
                        pair.right(),
                        pair.leftVersion(),
                        pair.rightVersion(),
                        pair.weight(),
                        pair.grade().name(),
                        rulesVersion);
            }
        }
    }

    /** Deletes every pair of the records. */
    static void deleteOf(Transaction transaction, Collection<Long> recordIds) throws SQLException {
        for (String side : List.of("left_record", "right_record")) {
            try (PreparedStatement delete =
                    transaction.connection().prepareStatement("delete from scored_pair where " + side + " = any(?)")) {
                delete.setArray(1, transaction.numbers(recordIds));
                delete.executeUpdate();
            }
        }
    }

    /** Deletes pairs that have been read. */
    static void delete(Transaction transaction, Collection<ScoredRow> pairs) throws SQLException {
        try (BulkWriter delete =
                transaction.bulk("delete from scored_pair where left_record = ? and right_record = ?")) {
            for (ScoredRow pair : pairs) {
                delete.row(pair.left(), pair.right());
            }
        }
    }

    /** Every pair that has at least one of the records, sorted. */
    static SortedSet<ScoredRow> readOf(Transaction transaction, Collection<Long> recordIds, MatchGrade... grades)
            throws SQLException {
        SortedSet<ScoredRow> pairs = new TreeSet<>();
        if (recordIds.isEmpty()) {
            return pairs;
        }
        try (PreparedStatement query = transaction.connection().prepareStatement(OF_RECORDS)) {
            query.setArray(1, transaction.numbers(recordIds));
            query.setArray(2, transaction.numbers(recordIds));
            read(query, Set.of(grades), pairs);
        }
        return pairs;
    }

    private static void read(PreparedStatement query, Set<MatchGrade> wanted, SortedSet<ScoredRow> pairs)
            throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                MatchGrade grade = MatchGrade.valueOf(row.getString(6));
                if (wanted.contains(grade)) {
                    pairs.add(new ScoredRow(
                            row.getLong(1), row.getLong(2), row.getInt(3), row.getInt(4), row.getInt(5), grade));
                }
            }
        }
    }
}
