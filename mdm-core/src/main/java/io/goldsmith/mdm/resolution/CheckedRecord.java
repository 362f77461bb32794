package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.source.SourceRecordRow;
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
 * A source record with what is stored of it, as it is.
 *
 * @param state PENDING, RESOLVED, QUARANTINED, DELETED
 * @param version the version in force; empty if it is not there
 * @param standardVersion of the standard form; empty if there is none
 * @param standard the standard form's document, empty text if there is none
 * @param problems the document of its problems, empty text if there is none
 * @param goldenId of the cross-reference; empty if there is none
 * @param goldenState of that golden record, empty text if it is not there
 */
record CheckedRecord(
        long recordId,
        RecordId id,
        String state,
        int latestVersion,
        int resolvedVersion,
        Optional<Version> version,
        Optional<Integer> standardVersion,
        String standard,
        String problems,
        Optional<Long> goldenId,
        String goldenState) {

    private static final String PAGE = "select r.id, r.source_system, r.source_key, r.state, r.latest_version,"
            + " r.resolved_version, v.source_timestamp, v.deleted, v.raw, s.version, s.standard, s.problems,"
            + " x.golden_id, g.state, r.late_version from source_record r"
            + " left join source_record_version v on v.record_id = r.id and v.version = r.latest_version"
            + " left join standard_record s on s.record_id = r.id"
            + " left join cross_reference x on x.record_id = r.id left join golden_record g on g.id = x.golden_id"
            + " where r.id > ? order by r.id fetch first ? rows only";

    /**
     * The version in force.
     *
     * @param raw the document of its raw values
     * @param lateVersion the newest version that came late
     */
    record Version(Instant sourceTimestamp, boolean deleted, String raw, int lateVersion) {}

    /** Records after an id, in the order of their ids. */
    static List<CheckedRecord> page(Transaction transaction, long after, int limit) throws SQLException {
        List<CheckedRecord> page = new ArrayList<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(PAGE)) {
            query.setLong(1, after);
            query.setInt(2, limit);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    page.add(read(row));
                }
            }
        }
        return page;
    }

    private static CheckedRecord read(ResultSet row) throws SQLException {
        String raw = row.getString(9);
        String standard = row.getString(11);
        long golden = row.getLong(13);
        boolean refers = !row.wasNull();
        return new CheckedRecord(
                row.getLong(1),
                new RecordId(row.getString(2), row.getString(3)),
                row.getString(4),
                row.getInt(5),
                row.getInt(6),
                raw == null
                        ? Optional.empty()
                        : Optional.of(new Version(
                                row.getObject(7, OffsetDateTime.class).toInstant(),
                                row.getBoolean(8),
                                raw,
                                row.getInt(15))),
                standard == null ? Optional.empty() : Optional.of(row.getInt(10)),
                standard == null ? "" : standard,
                standard == null ? "" : row.getString(12),
                refers ? Optional.of(golden) : Optional.empty(),
                Optional.ofNullable(row.getString(14)).orElse(""));
    }

    boolean isResolved() {
        return state.equals("RESOLVED");
    }

    boolean isPending() {
        return state.equals("PENDING");
    }

    /** The version in force, if it is there and can be read. */
    Optional<SourceRecordRow> inForce() {
        try {
            return version.map(of -> new SourceRecordRow(
                    recordId,
                    id,
                    latestVersion,
                    of.sourceTimestamp,
                    of.deleted,
                    Documents.values(of.raw),
                    of.lateVersion));
        } catch (UnreadableDocumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The standard form that the rules give of it; none unless it is resolved and its version in force is there, live, and such that
     * it can be standardised.
     */
    Optional<StandardisedRecord> standardised(ResolutionRules rules) {
        return isResolved() ? standardised(inForce(), rules) : Optional.empty();
    }

    /** The same, given the version in force. */
    static Optional<StandardisedRecord> standardised(Optional<SourceRecordRow> inForce, ResolutionRules rules) {
        try {
            return inForce.filter(row -> !row.deleted()).map(row -> StandardisedRecord.of(row, rules));
        } catch (ResolutionException e) {
            return Optional.empty();
        }
    }

    /** The standard form that is stored, if there is one that can be read. */
    Optional<AttributeValues> storedStandard() {
        try {
            return standardVersion.map(of -> Documents.values(standard));
        } catch (UnreadableDocumentException e) {
            return Optional.empty();
        }
    }

    boolean isAs(StandardisedRecord expected) {
        return standardVersion
                        .filter(version -> version == expected.row().version())
                        .isPresent()
                && standard.equals(Documents.write(expected.standard()))
                && problems.equals(Documents.write((Object) expected.problems()));
    }
}
