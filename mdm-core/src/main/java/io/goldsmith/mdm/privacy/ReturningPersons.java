package io.goldsmith.mdm.privacy;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.quality.Quarantine;
import io.goldsmith.mdm.source.SourceRecordRow;
import io.goldsmith.mdm.source.SourceRecords;
import io.goldsmith.mdm.source.Suppression;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What becomes of records that seem to be of erased persons: the protection officer decides on those that wait. */
final class ReturningPersons {

    private static final String WAITING = "select q.record_id, q.record_version, q.reasons from quarantine_entry q"
            + " where q.id = ? and q.state = 'WAITING' and q.record_id is not null";

    private static final String REPORT = "select s.erasure_id, e.cause, e.erased_at, s.hits, s.last_hit"
            + " from suppression s join erasure e on e.id = s.erasure_id where s.hash = ?";

    private final Store store;
    private final SuppressionList suppression;
    private final Erasure erasure;
    private final Quarantine quarantine;
    private final SourceRecords records;
    private final Steps steps;

    ReturningPersons(Store store, SuppressionList suppression, Erasure erasure, Quarantine quarantine, Steps steps) {
        this.store = store;
        this.suppression = suppression;
        this.erasure = erasure;
        this.quarantine = quarantine;
        this.records = new SourceRecords(store);
        this.steps = steps;
    }

    boolean admit(long entryId, AdmissionGround ground, String officer) {
        return store.inTransaction(transaction -> {
            SourceRecordRow refused = waiting(transaction, entryId);
            SuppressionList.remove(transaction, suppression.hashesOf(refused.raw()));
            steps.add(transaction, OptionalLong.empty(), OptionalLong.empty(), "admitted: " + ground.name(), officer);
            return quarantine.replay(entryId);
        });
    }

    boolean admit(RecordId record, AdmissionGround ground, String officer) {
        return store.inTransaction(transaction -> {
            boolean listed = report(record).isPresent();
            SuppressionList.remove(transaction, List.of(suppression.hashes().of(record)));
            steps.add(transaction, OptionalLong.empty(), OptionalLong.empty(), "admitted: " + ground.name(), officer);
            return listed;
        });
    }

    List<ErasureReceipt> confirm(long entryId, String officer) {
        return store.inTransaction(transaction -> {
            SourceRecordRow refused = waiting(transaction, entryId);
            if (isResolved(transaction, refused.recordId())) {
                throw new MdmException("The record of entry " + entryId + " has an earlier version in force, which an"
                        + " erasure would take too; erase its golden record by a request, or admit the entry");
            }
            return erasure.eraseUnresolved(refused.recordId(), ErasureCause.SUPPRESSION, officer);
        });
    }

    private static boolean isResolved(Transaction transaction, long recordId) throws SQLException {
        try (PreparedStatement query =
                transaction.connection().prepareStatement("select latest_version from source_record where id = ?")) {
            query.setLong(1, recordId);
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getInt(1) > 0;
            }
        }
    }

    private SourceRecordRow waiting(Transaction transaction, long entryId) throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(WAITING)) {
            query.setLong(1, entryId);
            try (ResultSet row = query.executeQuery()) {
                if (row.next() && row.getString(3).contains(Suppression.RULE + ": ")) {
                    return records.version(row.getLong(1), row.getInt(2)).orElseThrow();
                }
                throw new MdmException("No entry " + entryId + " waits for the protection officer: it does not exist,"
                        + " is closed already, or waits for another reason");
            }
        }
    }

    Optional<SuppressionReport> report(RecordId record) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction.connection().prepareStatement(REPORT)) {
                query.setString(1, suppression.hashes().of(record));
                try (ResultSet row = query.executeQuery()) {
                    if (!row.next()) {
                        return Optional.empty();
                    }
                    return Optional.of(new SuppressionReport(
                            row.getLong(1),
                            ErasureCause.valueOf(row.getString(2)),
                            row.getObject(3, OffsetDateTime.class).toInstant(),
                            row.getLong(4),
                            Optional.ofNullable(row.getObject(5, OffsetDateTime.class))
                                    .map(OffsetDateTime::toInstant)));
                }
            }
        });
    }
}
