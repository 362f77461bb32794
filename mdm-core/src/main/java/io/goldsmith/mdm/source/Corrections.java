package io.goldsmith.mdm.source;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Documents;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Versions of source records that people made of refused ones. Every method joins the caller's transaction. */
public final class Corrections {

    private final Store store;

    public Corrections(Store store) {
        this.store = store;
    }

    /**
     * Adds a version that a steward made of one that was refused: of the same time, with the next number. It is not in force yet.
     *
     * @param refused the version that it stands in for, which is kept
     * @throws io.goldsmith.mdm.store.StoreException with a duplicate key, if another writer added a version at once: look again
     */
    public SourceRecordRow add(SourceRecordRow refused, AttributeValues raw, String steward) {
        return store.inTransaction(transaction -> {
            int version = lastVersion(transaction, refused.recordId()) + 1;
            Instant now = store.clock().instant().truncatedTo(ChronoUnit.MICROS);
            try (BulkWriter insert = transaction.bulk("insert into source_record_version (record_id, version,"
                    + " content_hash, source_timestamp, landed_at, run_id, deleted, raw, origin, instead_of)"
                    + " values (?, ?, ?, ?, ?, 0, ?, ?, ?, ?)")) {
                insert.row(
                        refused.recordId(),
                        version,
                        ContentHash.of(raw, false),
                        refused.sourceTimestamp(),
                        now,
                        false,
                        Documents.write(raw),
                        "correction by " + steward,
                        refused.version());
            }
            return new SourceRecordRow(
                    refused.recordId(),
                    refused.id(),
                    version,
                    refused.sourceTimestamp(),
                    false,
                    raw,
                    refused.lateVersion());
        });
    }

    private static int lastVersion(Transaction transaction, long recordId) throws SQLException {
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement("select max(version) from source_record_version where record_id = ?")) {
            query.setLong(1, recordId);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /**
     * Who made a version, if not its source: {@code correction by NAME}, {@code missing from full extract RUN}; empty if its source
     * delivered it, or there is no such version.
     */
    public Optional<String> originOf(long recordId, int version) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement("select origin from source_record_version where record_id = ? and version = ?")) {
                query.setLong(1, recordId);
                query.setInt(2, version);
                try (ResultSet row = query.executeQuery()) {
                    return row.next()
                            ? Optional.of(row.getString(1)).filter(origin -> !origin.isEmpty())
                            : Optional.<String>empty();
                }
            }
        });
    }
}
