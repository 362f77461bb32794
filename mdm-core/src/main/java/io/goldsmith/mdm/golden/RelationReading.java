package io.goldsmith.mdm.golden;

import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Follows the relations of source records through their golden records. */
final class RelationReading {

    private static final int MAX_RELATIONS = 200;

    private static final String OUTGOING = "select distinct rel.kind, rel.role, y.golden_id from cross_reference x"
            + " join source_record r on r.id = x.record_id"
            + " join relation rel on rel.source_system = r.source_system and rel.from_key = r.source_key"
            + " join source_record s on s.source_system = rel.source_system and s.source_key = rel.to_key"
            + " join cross_reference y on y.record_id = s.id where x.golden_id = ? and y.golden_id <> x.golden_id"
            + " order by rel.kind, rel.role, y.golden_id fetch first 200 rows only";

    private static final String INCOMING = "select distinct rel.kind, rel.role, y.golden_id from cross_reference x"
            + " join source_record r on r.id = x.record_id"
            + " join relation rel on rel.source_system = r.source_system and rel.to_key = r.source_key"
            + " join source_record s on s.source_system = rel.source_system and s.source_key = rel.from_key"
            + " join cross_reference y on y.record_id = s.id where x.golden_id = ? and y.golden_id <> x.golden_id"
            + " order by rel.kind, rel.role, y.golden_id fetch first 200 rows only";

    private RelationReading() {}

    static List<RelatedGoldenRecord> of(Transaction transaction, long goldenId) throws SQLException {
        Set<RelatedGoldenRecord> relations = new LinkedHashSet<>();
        read(transaction, OUTGOING, true, goldenId, relations);
        read(transaction, INCOMING, false, goldenId, relations);
        return relations.stream().limit(MAX_RELATIONS).toList();
    }

    private static void read(
            Transaction transaction, String sql, boolean outgoing, long goldenId, Set<RelatedGoldenRecord> relations)
            throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(sql)) {
            query.setLong(1, goldenId);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    relations.add(new RelatedGoldenRecord(
                            row.getString(1), row.getString(2), outgoing, new GoldenId(row.getLong(3))));
                }
            }
        }
    }
}
