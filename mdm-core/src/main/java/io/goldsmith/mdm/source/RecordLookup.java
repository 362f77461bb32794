package io.goldsmith.mdm.source;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads what the hub knows of the records of a batch, in one query per source system. */
final class RecordLookup {

    // A join, not "source_key = any(?)": beside the equality H2 would test the whole array for every record of the
    // system.
    private static final String KNOWN = "select r.source_key, r.id, r.latest_version, v.version, v.content_hash,"
            + " v.source_timestamp, v.deleted, v.instead_of, r.confirmed_at from unnest(?) as k(source_key)"
            + " join source_record r on r.source_system = ? and r.source_key = k.source_key"
            + " join source_record_version v on v.record_id = r.id";

    private RecordLookup() {}

    static Map<RecordId, LandedRecord> known(Transaction transaction, Collection<Delivery.RecordVersion> batch)
            throws SQLException {
        Map<String, Set<String>> keys = new TreeMap<>();
        for (Delivery.RecordVersion version : batch) {
            keys.computeIfAbsent(version.sourceSystem(), system -> new TreeSet<>())
                    .add(version.sourceKey());
        }
        Map<RecordId, LandedRecord> known = new HashMap<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(KNOWN)) {
            for (Map.Entry<String, Set<String>> system : keys.entrySet()) {
                query.setArray(1, transaction.texts(system.getValue()));
                query.setString(2, system.getKey());
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        long recordId = row.getLong(2);
                        note(
                                known.computeIfAbsent(
                                        new RecordId(system.getKey(), row.getString(1)),
                                        id -> LandedRecord.known(recordId)),
                                row);
                    }
                }
            }
        }
        return known;
    }

    private static void note(LandedRecord record, ResultSet row) throws SQLException {
        OffsetDateTime confirmedAt = row.getObject(9, OffsetDateTime.class);
        if (confirmedAt != null) {
            record.noteConfirmed(confirmedAt.toInstant());
        }
        int version = row.getInt(4);
        boolean isInForce = version == row.getInt(3);
        boolean deleted = row.getBoolean(7);
        int insteadOf = row.getInt(8);
        if (deleted && !row.wasNull()) {
            record.noteInferredDeletion(version, isInForce, insteadOf);
        } else {
            record.note(
                    version,
                    row.getString(5),
                    row.getObject(6, OffsetDateTime.class).toInstant(),
                    isInForce);
        }
    }
}
