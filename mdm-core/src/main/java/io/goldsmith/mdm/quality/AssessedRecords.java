package io.goldsmith.mdm.quality;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.standardise.StandardRecord;
import io.goldsmith.matching.standardise.StandardisationProblem;
import io.goldsmith.mdm.store.Documents;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.type.TypeReference;

/** Reads live records in raw and standard form; nothing is standardised anew. */
final class AssessedRecords {

    private static final String SELECT = "select s.record_id, r.source_system, s.version, v.source_timestamp, v.raw,"
            + " s.standard, s.problems, r.state, v.deleted from standard_record s"
            + " join source_record r on r.id = s.record_id"
            + " join source_record_version v on v.record_id = s.record_id and v.version = s.version ";

    private static final String PAGE = SELECT + "where s.record_id > ? order by s.record_id fetch first ? rows only";

    private static final String ONE = SELECT + "where r.source_system = ? and r.source_key = ?";

    // Looked at here and not in SQL: H2 would take the index by state.
    private static final Set<String> LIVE = Set.of("PENDING", "RESOLVED");

    /** The name under which resolution notes what the standardiser found; the others are rules. */
    private static final String STANDARDISER = "standardise";

    private static final TypeReference<List<Problem>> PROBLEMS = new TypeReference<>() {};

    private AssessedRecords() {}

    /** What is noted of a record. */
    record Problem(String attribute, String rule, String reason) {}

    /**
     * A page.
     *
     * @param lastRecordId where the next page starts; that from which this one started: there is no more
     */
    record Page(List<AssessedRecord> records, long lastRecordId) {}

    static Page page(Transaction transaction, long afterRecordId, int limit) throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(PAGE)) {
            query.setLong(1, afterRecordId);
            query.setInt(2, limit);
            return read(query, afterRecordId);
        }
    }

    static Optional<AssessedRecord> find(Transaction transaction, RecordId id) throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(ONE)) {
            query.setString(1, id.source());
            query.setString(2, id.key());
            return read(query, 0).records.stream().findFirst();
        }
    }

    private static Page read(PreparedStatement query, long afterRecordId) throws SQLException {
        List<AssessedRecord> records = new ArrayList<>();
        long last = afterRecordId;
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                last = row.getLong(1);
                if (LIVE.contains(row.getString(8)) && !row.getBoolean(9)) {
                    records.add(new AssessedRecord(
                            last,
                            row.getString(2),
                            row.getInt(3),
                            row.getObject(4, OffsetDateTime.class).toInstant(),
                            Documents.values(row.getString(5)),
                            new StandardRecord(Documents.values(row.getString(6)), problems(row.getString(7)))));
                }
            }
        }
        return new Page(records, last);
    }

    private static List<StandardisationProblem> problems(String document) {
        return Documents.read(document, PROBLEMS).stream()
                .filter(problem -> problem.rule().equals(STANDARDISER))
                .map(problem -> new StandardisationProblem(problem.attribute(), problem.reason()))
                .toList();
    }
}
