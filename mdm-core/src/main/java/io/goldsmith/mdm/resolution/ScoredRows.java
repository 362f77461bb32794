package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.score.MatchGrade;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads and writes scored pairs. */
final class ScoredRows {

    private static final String COLUMNS =
            "select left_record, right_record, left_version, right_version, weight, grade from scored_pair where ";

    private ScoredRows() {}

    static void insert(Transaction transaction, Collection<ScoredRow> pairs, int rulesVersion) throws SQLException {
        List<ScoredRow> sorted = new ArrayList<>(pairs);
        sorted.sort(null);
        try (BulkWriter insert = transaction.bulk("insert into scored_pair (left_record, right_record, left_version,"
                + " right_version, weight, grade, rules_version) values (?, ?, ?, ?, ?, ?, ?)")) {
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

    /** Every pair that has at least one of the records, sorted. */
    static SortedSet<ScoredRow> readOf(Transaction transaction, Collection<Long> recordIds, MatchGrade... grades)
            throws SQLException {
        SortedSet<ScoredRow> pairs = new TreeSet<>();
        List<String> names = new ArrayList<>();
        for (MatchGrade grade : grades) {
            names.add(grade.name());
        }
        for (String side : List.of("left_record", "right_record")) {
            try (PreparedStatement query =
                    transaction.connection().prepareStatement(COLUMNS + side + " = any(?) and grade = any(?)")) {
                query.setArray(1, transaction.numbers(recordIds));
                query.setArray(2, transaction.texts(names));
                read(query, pairs);
            }
        }
        return pairs;
    }

    private static void read(PreparedStatement query, SortedSet<ScoredRow> pairs) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                pairs.add(new ScoredRow(
                        row.getLong(1),
                        row.getLong(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5),
                        MatchGrade.valueOf(row.getString(6))));
            }
        }
    }
}
