package io.goldsmith.mdm.golden;

import io.goldsmith.mdm.store.Documents;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Reads golden records from rows of {@code golden_record_version}. */
final class GoldenRecordRows {

    /** The columns that {@link #read} expects, of a version {@code v} of a golden record {@code g}. */
    static final String COLUMNS =
            "select v.golden_id, v.version, v.attributes, v.provenance, v.members, v.evaluated_at, v.cause";

    /** Golden records in their newest versions. */
    static final String NEWEST = COLUMNS
            + " from golden_record g join golden_record_version v on v.golden_id = g.id and v.version = g.version ";

    private GoldenRecordRows() {}

    static List<GoldenRecord> readAll(PreparedStatement query) throws SQLException {
        List<GoldenRecord> found = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                found.add(read(row));
            }
        }
        return found;
    }

    static GoldenRecord read(ResultSet row) throws SQLException {
        return new GoldenRecord(
                new GoldenId(row.getLong(1)),
                row.getInt(2),
                Documents.values(row.getString(3)),
                ProvenanceDocument.read(row.getString(4)),
                MemberList.read(row.getString(5)),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getString(7));
    }
}
