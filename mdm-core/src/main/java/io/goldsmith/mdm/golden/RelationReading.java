package io.goldsmith.mdm.golden;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows the relations of source records through their golden records. */
final class RelationReading {

    // The other end is looked up by the golden record in force; by record ids, both databases sort alike.
    private static final String PAGE = "select rel.kind, rel.role, 1, y.golden_id, rel.source_system, rel.from_key,"
            + " rel.to_key, rel.recorded_at, rel.valid_from, rel.valid_until, r.id, s.id from cross_reference x"
            + " join source_record r on r.id = x.record_id"
            + " join relation rel on rel.source_system = r.source_system and rel.from_key = r.source_key"
            + " join source_record s on s.source_system = rel.source_system and s.source_key = rel.to_key"
            + " join cross_reference y on y.record_id = s.id where x.golden_id = ? and y.golden_id <> x.golden_id"
            + " union all select rel.kind, rel.role, 0, y.golden_id, rel.source_system, rel.from_key,"
            + " rel.to_key, rel.recorded_at, rel.valid_from, rel.valid_until, r.id, s.id from cross_reference x"
            + " join source_record r on r.id = x.record_id"
            + " join relation rel on rel.source_system = r.source_system and rel.to_key = r.source_key"
            + " join source_record s on s.source_system = rel.source_system and s.source_key = rel.from_key"
            + " join cross_reference y on y.record_id = s.id where x.golden_id = ? and y.golden_id <> x.golden_id"
            + " order by 3 desc, 4, 11, 12, 1 offset ? rows fetch next ? rows only";

    private RelationReading() {}

    static List<RelatedGoldenRecord> page(Transaction transaction, long goldenId, long offset, int size)
            throws SQLException {
        List<RelatedGoldenRecord> relations = new ArrayList<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(PAGE)) {
            query.setLong(1, goldenId);
            query.setLong(2, goldenId);
            query.setLong(3, offset);
            query.setInt(4, size);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    relations.add(relation(row));
                }
            }
        }
        return relations;
    }

    private static RelatedGoldenRecord relation(ResultSet row) throws SQLException {
        String system = row.getString(5);
        return new RelatedGoldenRecord(
                row.getString(1),
                row.getString(2),
                row.getInt(3) == 1,
                new GoldenId(row.getLong(4)),
                new RelatedGoldenRecord.Provenance(
                        new RecordId(system, row.getString(6)),
                        new RecordId(system, row.getString(7)),
                        row.getObject(8, OffsetDateTime.class).toInstant()),
                instant(row, 9),
                instant(row, 10));
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
