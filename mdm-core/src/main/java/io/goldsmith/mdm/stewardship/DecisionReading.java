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

    private static final String OF_GOLDEN = "select d.id, d.kind, l.source_system, l.source_key, r.source_system,"
            + " r.source_key, d.made_by, d.made_at, d.comment_text, d.undone_by from decision d"
            + " join source_record l on l.id = d.left_record join source_record r on r.id = d.right_record"
            + " where d.left_record in (select record_id from cross_reference where golden_id = ?)"
            + " or d.right_record in (select record_id from cross_reference where golden_id = ?)"
            + " order by d.id desc fetch first 200 rows only";

    private DecisionReading() {}

    static List<Decision> of(Transaction transaction, GoldenId id) throws SQLException {
        List<Decision> decisions = new ArrayList<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(OF_GOLDEN)) {
            query.setLong(1, id.value());
            query.setLong(2, id.value());
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
        }
        return decisions;
    }
}
