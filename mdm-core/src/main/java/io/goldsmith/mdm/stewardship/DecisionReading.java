package io.goldsmith.mdm.stewardship;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads decisions with the record ids that they name. */
final class DecisionReading {

    private static final String COLUMNS = "select d.id, d.kind, l.source_system, l.source_key, r.source_system,"
            + " r.source_key, d.made_by, d.made_at, d.comment_text, d.undone_by from decision d"
            + " join source_record l on l.id = d.left_record join source_record r on r.id = d.right_record";

    private static final String OF_GOLDEN = COLUMNS
            + " join (select o.id from cross_reference x join decision o on o.left_record = x.record_id"
            + " where x.golden_id = ? union select o.id from cross_reference x"
            + " join decision o on o.right_record = x.record_id where x.golden_id = ?"
            + " union select o.decision_id from cross_reference x"
            + " join decision_record o on o.record_id = x.record_id where x.golden_id = ?) f on f.id = d.id"
            + " order by d.id desc fetch first 200 rows only";

    private static final String BY_ID = COLUMNS + " where d.id = ?";

    private static final String SIDES = "select r.side, s.source_system, s.source_key from decision_record r"
            + " join source_record s on s.id = r.record_id where r.decision_id = ?";

    private DecisionReading() {}

    /** Those that name a source record of a golden record, newest first, at most 200. */
    static List<Decision> of(Transaction transaction, GoldenId id) throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(OF_GOLDEN)) {
            query.setLong(1, id.value());
            query.setLong(2, id.value());
            query.setLong(3, id.value());
            return read(query);
        }
    }

    static Optional<Decision> byId(Transaction transaction, long id) throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(BY_ID)) {
            query.setLong(1, id);
            return read(query).stream().findFirst();
        }
    }

    static DecisionSides sides(Transaction transaction, long id) throws SQLException {
        Decision decision =
                byId(transaction, id).orElseThrow(() -> new StaleDecisionException("There is no decision " + id));
        if (!decision.kind().hasSides()) {
            return new DecisionSides(List.of(decision.left()), List.of(decision.right()));
        }
        List<RecordId> left = new ArrayList<>();
        List<RecordId> right = new ArrayList<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(SIDES)) {
            query.setLong(1, id);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    (row.getInt(1) == 1 ? left : right).add(new RecordId(row.getString(2), row.getString(3)));
                }
            }
        }
        return new DecisionSides(left, right);
    }

    private static List<Decision> read(PreparedStatement query) throws SQLException {
        List<Decision> decisions = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                decisions.add(new Decision(
                        row.getLong(1),
                        Decision.Kind.valueOf(row.getString(2)),
                        new RecordId(row.getString(3), row.getString(4)),
                        new RecordId(row.getString(5), row.getString(6)),
                        row.getString(7),
                        row.getObject(8, OffsetDateTime.class).toInstant(),
                        row.getString(9),
                        Optional.ofNullable(row.getString(10))));
            }
        }
        return decisions;
    }
}
