package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.golden.MemberList;
import io.goldsmith.mdm.golden.ProvenanceDocument;
import io.goldsmith.mdm.store.Documents;
import io.goldsmith.mdm.store.Transaction;
import io.goldsmith.mdm.store.UnreadableDocumentException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A golden record as it is stored.
 *
 * @param newest its newest version; empty if that is not there
 * @param stateOfMergedInto the state of the golden record that it was merged into; empty text if there is none
 */
record CheckedGolden(
        long id,
        int version,
        String state,
        Optional<Long> mergedInto,
        Optional<Instant> validUntil,
        Instant changedAt,
        Optional<Newest> newest,
        String stateOfMergedInto) {

    private static final String SELECT = "select g.id, g.version, g.state, g.merged_into, g.valid_until, g.changed_at,"
            + " v.attributes, v.provenance, v.members, v.evaluated_at, v.rules_version, v.state, i.state from golden_record g"
            + " left join golden_record_version v on v.golden_id = g.id and v.version = g.version"
            + " left join golden_record i on i.id = g.merged_into"
            + " where g.id > ?";

    private static final String PAGE = SELECT + " order by g.id fetch first ? rows only";

    private static final String RANGE = SELECT + " and g.id <= ? order by g.id";

    /** The newest version. */
    record Newest(
            String attributes, String provenance, String members, Instant evaluatedAt, int rulesVersion, String state) {

        /** Whether its documents can be read. */
        boolean isReadable() {
            try {
                Documents.values(attributes);
                ProvenanceDocument.read(provenance);
                MemberList.read(members);
                return true;
            } catch (UnreadableDocumentException e) {
                return false;
            }
        }
    }

    /** So many golden records after an id, in the order of their ids. */
    static List<CheckedGolden> page(Transaction transaction, long after, int limit) throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(PAGE)) {
            query.setLong(1, after);
            query.setInt(2, limit);
            return read(query);
        }
    }

    /** Those after an id and up to another one, in the order of their ids. */
    static List<CheckedGolden> range(Transaction transaction, long after, long upTo) throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(RANGE)) {
            query.setLong(1, after);
            query.setLong(2, upTo);
            return read(query);
        }
    }

    private static List<CheckedGolden> read(PreparedStatement query) throws SQLException {
        List<CheckedGolden> page = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                page.add(read(row));
            }
        }
        return page;
    }

    private static CheckedGolden read(ResultSet row) throws SQLException {
        long into = row.getLong(4);
        boolean isMerged = !row.wasNull();
        return new CheckedGolden(
                row.getLong(1),
                row.getInt(2),
                row.getString(3),
                isMerged ? Optional.of(into) : Optional.empty(),
                Optional.ofNullable(row.getObject(5, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getString(7) == null
                        ? Optional.empty()
                        : Optional.of(new Newest(
                                row.getString(7),
                                row.getString(8),
                                row.getString(9),
                                row.getObject(10, OffsetDateTime.class).toInstant(),
                                row.getInt(11),
                                row.getString(12))),
                Optional.ofNullable(row.getString(13)).orElse(""));
    }

    /** Whether it leads in one step to a golden record that is not merged itself. */
    boolean leadsAtOnce() {
        return stateOfMergedInto.equals("ACTIVE") || stateOfMergedInto.equals("RETIRED");
    }

    boolean isActive() {
        return state.equals("ACTIVE");
    }
}
