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

/** Reads what the hub knows of the records of a batch: which it has, in one query per source system, and then their versions. */
final class RecordLookup {

    // Each key by itself. Of a join, PostgreSQL would read all that the system has for every batch while it has no
    // statistics of the table, as in a first load; of "source_key = any(?)", H2 would test the whole array for every
    // record of the system.
    private static final String IDS = "select k.source_key, (select r.id from source_record r where r.source_system = ?"
            + " and r.source_key = k.source_key) from unnest(?) as k(source_key)";

    private static final String VERSIONS = "select r.id, r.latest_version, v.version, v.content_hash,"
            + " v.source_timestamp, v.deleted, v.instead_of, r.confirmed_at from unnest(?) as w(id)"
            + " join source_record r on r.id = w.id join source_record_version v on v.record_id = r.id";

    private RecordLookup() {}

    static Map<RecordId, LandedRecord> known(Transaction transaction, Collection<Delivery.RecordVersion> batch)
            throws SQLException {
        Map<Long, RecordId> ids = ids(transaction, batch);
        Map<RecordId, LandedRecord> known = new HashMap<>();
        if (ids.isEmpty()) {
            return known;
        }
        try (PreparedStatement query = transaction.connection().prepareStatement(VERSIONS)) {
            query.setArray(1, transaction.numbers(ids.keySet()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    long recordId = row.getLong(1);
                    note(known.computeIfAbsent(ids.get(recordId), id -> LandedRecord.known(recordId)), row);
                }
            }
        }
        return known;
    }

    /** By hub id. */
    private static Map<Long, RecordId> ids(Transaction transaction, Collection<Delivery.RecordVersion> batch)
            throws SQLException {
        Map<String, Set<String>> keys = new TreeMap<>();
        for (Delivery.RecordVersion version : batch) {
            keys.computeIfAbsent(version.sourceSystem(), system -> new TreeSet<>())
                    .add(version.sourceKey());
        }
        Map<Long, RecordId> ids = new TreeMap<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(IDS)) {
            for (Map.Entry<String, Set<String>> system : keys.entrySet()) {
                query.setString(1, system.getKey());
                query.setArray(2, transaction.texts(system.getValue()));
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        long recordId = row.getLong(2);
                        if (!row.wasNull()) {
                            ids.put(recordId, new RecordId(system.getKey(), row.getString(1)));
                        }
                    }
                }
            }
        }
        return ids;
    }

    private static void note(LandedRecord record, ResultSet row) throws SQLException {
        OffsetDateTime confirmedAt = row.getObject(8, OffsetDateTime.class);
        if (confirmedAt != null) {
            record.noteConfirmed(confirmedAt.toInstant());
        }
        int version = row.getInt(3);
        boolean isInForce = version == row.getInt(2);
        boolean deleted = row.getBoolean(6);
        int insteadOf = row.getInt(7);
        if (deleted && !row.wasNull()) {
            record.noteInferredDeletion(version, isInForce, insteadOf);
        } else {
            record.note(
                    version,
                    row.getString(4),
                    row.getObject(5, OffsetDateTime.class).toInstant(),
                    isInForce);
        }
    }
}
