package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.store.Documents;
import io.goldsmith.mdm.store.Transaction;
import io.goldsmith.mdm.store.UnreadableDocumentException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;

/**
 * Reads live source records as they were standardised last: raw and standard values of the same version, though a newer one may have
 * landed since, which waits for its own resolution.
 */
final class MemberRecords {

    private static final String MEMBERS = "select s.record_id, r.source_system, r.source_key, s.version,"
            + " v.source_timestamp, v.raw, s.standard, s.problems, r.state, r.late_version from unnest(?) w(id)"
            + " join standard_record s on s.record_id = w.id join source_record r on r.id = s.record_id"
            + " join source_record_version v on v.record_id = s.record_id and v.version = s.version where not v.deleted";

    private static final String VERSIONS = "select s.record_id, s.version, r.state from unnest(?) w(id)"
            + " join standard_record s on s.record_id = w.id join source_record r on r.id = s.record_id";

    private static final String STANDARD_OF_ANY =
            "select record_id, version, standard from standard_record where record_id = any(?) order by record_id";

    private static final String STANDARD = "select s.record_id, s.version, s.standard, r.state from unnest(?) w(id)"
            + " join standard_record s on s.record_id = w.id join source_record r on r.id = s.record_id";

    // The state is looked at here and not in SQL: H2 would take the index by state and read half the table for each
    // record.
    private static final Set<String> LIVE = Set.of("PENDING", "RESOLVED");

    private static final TypeReference<List<StandardisedRecord.Problem>> PROBLEMS = new TypeReference<>() {};

    private MemberRecords() {}

    /** Whether a record in this state takes part in clusters. */
    static boolean isLive(String state) {
        return LIVE.contains(state);
    }

    /** A standard record by itself, for scoring. */
    record Standard(long recordId, int version, AttributeValues values) {}

    /** Records by hub id; those that are not live or not standardised yet are left out. */
    static Map<Long, MemberRecord> read(Transaction transaction, Collection<Long> recordIds) throws SQLException {
        Map<Long, MemberRecord> members = new TreeMap<>();
        read(transaction, recordIds, row -> members.put(row.getLong(1), member(row)));
        return members;
    }

    /** The same, but those with a document that cannot be read are left out too. */
    static Map<Long, MemberRecord> readable(Transaction transaction, Collection<Long> recordIds) throws SQLException {
        Map<Long, MemberRecord> members = new TreeMap<>();
        read(transaction, recordIds, row -> {
            try {
                members.put(row.getLong(1), member(row));
            } catch (UnreadableDocumentException e) {
                members.remove(row.getLong(1));
            }
        });
        return members;
    }

    /** Takes the row of a live record. */
    @FunctionalInterface
    private interface LiveRow {
        void take(ResultSet row) throws SQLException;
    }

    private static void read(Transaction transaction, Collection<Long> recordIds, LiveRow live) throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(MEMBERS)) {
            query.setArray(1, transaction.numbers(recordIds));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    if (LIVE.contains(row.getString(9))) {
                        live.take(row);
                    }
                }
            }
        }
    }

    private static MemberRecord member(ResultSet row) throws SQLException {
        return new MemberRecord(
                row.getLong(1),
                new RecordId(row.getString(2), row.getString(3)),
                row.getInt(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                Documents.values(row.getString(6)),
                Documents.values(row.getString(7)),
                doubtful(row.getString(8)),
                row.getInt(10));
    }

    /** The versions of live records alone, by hub id. */
    static Map<Long, Integer> versions(Transaction transaction, Collection<Long> recordIds) throws SQLException {
        Map<Long, Integer> versions = new TreeMap<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(VERSIONS)) {
            query.setArray(1, transaction.numbers(recordIds));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    if (LIVE.contains(row.getString(3))) {
                        versions.put(row.getLong(1), row.getInt(2));
                    }
                }
            }
        }
        return versions;
    }

    /** Standard values of live records alone, sorted by hub id. */
    static List<Standard> standard(Transaction transaction, Collection<Long> recordIds) throws SQLException {
        List<Standard> found = new ArrayList<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(STANDARD + " order by s.record_id")) {
            query.setArray(1, transaction.numbers(recordIds));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    if (LIVE.contains(row.getString(4))) {
                        found.add(standard(row));
                    }
                }
            }
        }
        return found;
    }

    /** The same, whether they are live or not, which takes half the time: a record that left has them until it is resolved. */
    static List<Standard> standardOfAny(Transaction transaction, Collection<Long> recordIds) throws SQLException {
        List<Standard> found = new ArrayList<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(STANDARD_OF_ANY)) {
            query.setArray(1, transaction.numbers(recordIds));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(standard(row));
                }
            }
        }
        return found;
    }

    private static Standard standard(ResultSet row) throws SQLException {
        return new Standard(row.getLong(1), row.getInt(2), Documents.values(row.getString(3)));
    }

    private static Set<String> doubtful(String problems) {
        if (problems.equals("[]")) {
            return Set.of();
        }
        Set<String> attributes = new HashSet<>();
        Documents.read(problems, PROBLEMS).forEach(problem -> attributes.add(problem.attribute()));
        return attributes;
    }
}
