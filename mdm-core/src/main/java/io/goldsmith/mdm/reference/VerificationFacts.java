package io.goldsmith.mdm.reference;

import io.goldsmith.matching.survive.VerificationStatus;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Documents;
import io.goldsmith.mdm.store.RowWriter;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;

/** What reference data said of source records, as it is stored. */
public final class VerificationFacts {

    private static final String READ = "select v.record_id, v.subject, v.value_hash, v.edition_id, v.dataset, v.dated,"
            + " v.status, v.finding, v.corrections from unnest(?) w(id) join verification v on v.record_id = w.id";

    private static final TypeReference<Map<String, String>> CORRECTIONS = new TypeReference<>() {};

    private VerificationFacts() {}

    /**
     * What was said of records, by hub id and then by attribute or group; records of which nothing was said are left out.
     *
     * @throws io.goldsmith.mdm.store.UnreadableDocumentException if a stored document is none
     */
    public static Map<Long, Map<String, VerificationAnswer>> of(Transaction transaction, Collection<Long> recordIds)
            throws SQLException {
        Map<Long, Map<String, VerificationAnswer>> answers = new HashMap<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(READ)) {
            query.setArray(1, transaction.numbers(recordIds));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    answers.computeIfAbsent(row.getLong(1), record -> new TreeMap<>())
                            .put(
                                    row.getString(2),
                                    new VerificationAnswer(
                                            row.getString(3),
                                            row.getLong(4),
                                            row.getString(5),
                                            row.getObject(6, LocalDate.class),
                                            VerificationStatus.valueOf(row.getString(7)),
                                            VerificationFinding.valueOf(row.getString(8)),
                                            Documents.read(row.getString(9), CORRECTIONS)));
                }
            }
        }
        return answers;
    }

    /** The hub ids of records of which something was said, in order, behind one. */
    public static List<Long> recordsAfter(Transaction transaction, long recordId, int limit) throws SQLException {
        List<Long> recordIds = new ArrayList<>();
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement("select distinct record_id from verification where record_id > ? order by record_id"
                        + " fetch first ? rows only")) {
            query.setLong(1, recordId);
            query.setInt(2, limit);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    recordIds.add(row.getLong(1));
                }
            }
        }
        return recordIds;
    }

    /**
     * A change of what is stored: nothing is said any more of a subject without an answer.
     *
     * @param version of the record when it was asked
     */
    record Change(long recordId, int version, String subject, Optional<VerificationAnswer> answer) {}

    static void write(Transaction transaction, List<Change> changes, Instant now) throws SQLException {
        try (BulkWriter delete = transaction.bulk("delete from verification where record_id = ? and subject = ?")) {
            for (Change change : changes) {
                delete.row(change.recordId(), change.subject());
            }
        }
        try (RowWriter insert = transaction.insert(
                "verification",
                "record_id",
                "subject",
                "version",
                "value_hash",
                "edition_id",
                "dataset",
                "dated",
                "status",
                "finding",
                "corrections",
                "checked_at")) {
            for (Change change : changes) {
                if (change.answer().isPresent()) {
                    VerificationAnswer answer = change.answer().get();
                    insert.row(
                            change.recordId(),
                            change.subject(),
                            change.version(),
                            answer.valueHash(),
                            answer.editionId(),
                            answer.dataset(),
                            answer.dated(),
                            answer.status().name(),
                            answer.finding().name(),
                            Documents.write((Object) new TreeMap<>(answer.corrections())),
                            now);
                }
            }
        }
    }
}
