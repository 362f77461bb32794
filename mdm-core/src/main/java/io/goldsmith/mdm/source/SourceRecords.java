package io.goldsmith.mdm.source;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.store.Documents;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads source records in their versions in force, and marks them resolved. A record in quarantine is never handed out, but by its id
 * or key. Every method joins the caller's transaction.
 */
public final class SourceRecords {

    private static final int PAGE = 5_000;

    private static final String SELECT = "select r.id, r.source_system, r.source_key, v.version, v.source_timestamp,"
            + " v.deleted, v.raw, r.late_version from source_record r join source_record_version v on v.record_id = r.id ";

    private static final String IN_FORCE = SELECT + "and v.version = r.latest_version ";

    private static final String VERSION = SELECT + "where v.record_id = ? and v.version = ?";

    // The ids by themselves first: without statistics, as in a first load, PostgreSQL would read both tables for every
    // page. What the state is not, so that H2 walks the primary key: by the index by state it would sort everything.
    private static final String MAYBE_LIVE =
            "select id from source_record where state not in ('QUARANTINED', 'DELETED')"
                    + " and id > ? order by id fetch first ? rows only";

    private static final String LIVE = IN_FORCE
            + "where r.id = any(?) and r.state not in ('QUARANTINED', 'DELETED') and not v.deleted order by r.id";

    // What the state is not, for H2's sake again.
    private static final String IS_PENDING = "state not in ('RESOLVED', 'QUARANTINED', 'DELETED', 'ERASED')";

    private static final String PENDING_OF = IN_FORCE + "where r.id = any(?) and r." + IS_PENDING + " order by r.id";

    private static final String LIVE_OF =
            "where r.source_system = ? and r.state not in ('QUARANTINED', 'DELETED', 'ERASED') and not v.deleted";

    private static final String PENDING_VERSIONS = "select id, source_system, source_key, latest_version"
            + " from source_record where state = 'PENDING' and id > ? order by state, id fetch first ? rows only";

    private final Store store;

    public SourceRecords(Store store) {
        this.store = store;
    }

    /** The record of an id, in its version in force; empty if there is none. */
    public Optional<SourceRecordRow> find(long recordId) {
        return newest(List.of(recordId)).stream().findFirst();
    }

    /** The record of a source key, in its version in force; empty if there is none. */
    public Optional<SourceRecordRow> find(RecordId id) {
        OptionalLong recordId = idOf(id);
        return recordId.isPresent() ? find(recordId.getAsLong()) : Optional.empty();
    }

    /** The hub's id of a source record, whether in quarantine or not. */
    public OptionalLong idOf(RecordId id) {
        Long found = idsOf(List.of(id)).get(id);
        return found == null ? OptionalLong.empty() : OptionalLong.of(found);
    }

    /** The hub's ids of source records; records that the hub does not know are left out. */
    public Map<RecordId, Long> idsOf(Collection<RecordId> ids) {
        Map<String, List<String>> keysBySystem = new TreeMap<>();
        for (RecordId id : ids) {
            keysBySystem
                    .computeIfAbsent(id.source(), system -> new ArrayList<>())
                    .add(id.key());
        }
        return store.inTransaction(transaction -> {
            Map<RecordId, Long> found = new HashMap<>();
            // A join for H2's sake: see RecordLookup.
            String sql = "select r.source_key, r.id from unnest(?) as k(source_key)"
                    + " join source_record r on r.source_system = ? and r.source_key = k.source_key";
            try (PreparedStatement query = transaction.connection().prepareStatement(sql)) {
                for (Map.Entry<String, List<String>> system : keysBySystem.entrySet()) {
                    query.setString(2, system.getKey());
                    query.setArray(1, transaction.texts(system.getValue()));
                    try (ResultSet rows = query.executeQuery()) {
                        while (rows.next()) {
                            found.put(new RecordId(system.getKey(), rows.getString(1)), rows.getLong(2));
                        }
                    }
                }
            }
            return found;
        });
    }

    /** Records in their versions in force, sorted by record id; unknown ids are left out. At most 10,000 ids at a time. */
    public List<SourceRecordRow> newest(Collection<Long> recordIds) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query =
                    transaction.connection().prepareStatement(IN_FORCE + "where r.id = any(?) order by r.id")) {
                query.setArray(1, transaction.numbers(recordIds));
                return read(query);
            }
        });
    }

    /** Records that wait to be resolved, deleted ones included, by record id after {@code afterRecordId}. */
    public List<SourceRecordRow> pending(long afterRecordId, int limit) {
        // In the order of the index by state, which is the order of the ids: no sorting of all that waits.
        return page(
                "where r.state = 'PENDING' and r.id > ? order by r.state, r.id fetch first ? rows only",
                afterRecordId,
                limit);
    }

    /** The same without their values, which cost more to read than the rest of them. */
    public List<PendingVersion> pendingVersions(long afterRecordId, int limit) {
        return store.inTransaction(transaction -> {
            List<PendingVersion> found = new ArrayList<>();
            try (PreparedStatement query = transaction.connection().prepareStatement(PENDING_VERSIONS)) {
                query.setLong(1, afterRecordId);
                query.setInt(2, limit);
                query.setFetchSize(PAGE);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        found.add(new PendingVersion(
                                row.getLong(1), new RecordId(row.getString(2), row.getString(3)), row.getInt(4)));
                    }
                }
            }
            return found;
        });
    }

    /** Those of the records that wait to be resolved, by hub id. */
    public List<SourceRecordRow> pending(Collection<Long> recordIds) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction.connection().prepareStatement(PENDING_OF)) {
                query.setArray(1, transaction.numbers(recordIds));
                return read(query);
            }
        });
    }

    /** How many records wait to be resolved. */
    public long countPending() {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction
                            .connection()
                            .prepareStatement("select count(*) from source_record where state = 'PENDING'");
                    ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** Records that the sources still have, resolved or pending, by record id after {@code afterRecordId}. */
    public List<SourceRecordRow> live(long afterRecordId, int limit) {
        return store.inTransaction(transaction -> {
            List<SourceRecordRow> live = List.of();
            List<Long> recordIds = maybeLive(transaction, afterRecordId, limit);
            while (live.isEmpty() && !recordIds.isEmpty()) {
                try (PreparedStatement query = transaction.connection().prepareStatement(LIVE)) {
                    query.setArray(1, transaction.numbers(recordIds));
                    live = read(query);
                }
                if (live.isEmpty()) {
                    recordIds = maybeLive(transaction, recordIds.get(recordIds.size() - 1), limit);
                }
            }
            return live;
        });
    }

    /** Those whose version in force may still say that they are deleted. */
    private static List<Long> maybeLive(Transaction transaction, long afterRecordId, int limit) throws SQLException {
        List<Long> recordIds = new ArrayList<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(MAYBE_LIVE)) {
            query.setLong(1, afterRecordId);
            query.setInt(2, limit);
            query.setFetchSize(PAGE);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    recordIds.add(row.getLong(1));
                }
            }
        }
        return recordIds;
    }

    /** Which of these records wait to be resolved. */
    public Set<RecordId> pendingOf(Collection<RecordId> ids) {
        Map<Long, RecordId> byRecordId = new HashMap<>();
        idsOf(ids).forEach((id, recordId) -> byRecordId.put(recordId, id));
        return store.inTransaction(transaction -> {
            Set<RecordId> pending = new HashSet<>();
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement("select id from source_record where id = any(?) and " + IS_PENDING)) {
                query.setArray(1, transaction.numbers(byRecordId.keySet()));
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        pending.add(byRecordId.get(row.getLong(1)));
                    }
                }
            }
            return pending;
        });
    }

    /**
     * Records of one source system that it still has, by source key after {@code afterKey}, in the order of the database.
     *
     * @param afterKey empty to begin
     */
    public List<SourceRecordRow> liveOf(String sourceSystem, String afterKey, int limit) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement(IN_FORCE + LIVE_OF + " and r.source_key > ?"
                            + " order by r.source_system, r.source_key fetch first ? rows only")) {
                query.setString(1, sourceSystem);
                query.setString(2, afterKey);
                query.setInt(3, limit);
                return read(query);
            }
        });
    }

    /** How many records one source system still has. */
    public long countLiveOf(String sourceSystem) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement("select count(*) from source_record r join source_record_version v"
                            + " on v.record_id = r.id and v.version = r.latest_version " + LIVE_OF)) {
                query.setString(1, sourceSystem);
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /**
     * Marks records as resolved in the versions given, or as deleted; a record that has got another version since stays pending.
     *
     * @return how many were marked
     */
    public long markResolved(Collection<SourceRecordRow> rows) {
        // A statement for all records of a version: nearly all of a load are in their first.
        Map<Outcome, List<Long>> recordIds = new LinkedHashMap<>();
        for (SourceRecordRow row : rows) {
            recordIds
                    .computeIfAbsent(
                            new Outcome(row.version(), row.lateVersion(), row.deleted()), unseen -> new ArrayList<>())
                    .add(row.recordId());
        }
        return store.inTransaction(transaction -> {
            long marked = 0;
            for (Map.Entry<Outcome, List<Long>> outcome : recordIds.entrySet()) {
                marked += markResolved(transaction, outcome.getKey(), outcome.getValue());
            }
            return marked;
        });
    }

    /** What records are marked as. */
    private record Outcome(int version, int lateVersion, boolean deleted) {}

    private static long markResolved(Transaction transaction, Outcome outcome, List<Long> recordIds)
            throws SQLException {
        try (PreparedStatement update = transaction
                .connection()
                .prepareStatement(
                        "update source_record set state = ?, resolved_version = ?"
                                + " where id = any(?) and latest_version = ? and late_version = ? and state <> 'QUARANTINED'")) {
            update.setString(1, outcome.deleted ? "DELETED" : "RESOLVED");
            update.setInt(2, outcome.version);
            update.setArray(3, transaction.numbers(recordIds));
            update.setInt(4, outcome.version);
            update.setInt(5, outcome.lateVersion);
            return update.executeUpdate();
        }
    }

    /** Makes resolved records pending again, for example because a decision about them was taken back. */
    public void markPending(Collection<Long> recordIds) {
        store.inTransaction(transaction -> {
            try (PreparedStatement update = transaction
                    .connection()
                    .prepareStatement("update source_record set state = 'PENDING' where id = any(?)"
                            + " and state not in ('PENDING', 'QUARANTINED', 'DELETED')")) {
                update.setArray(1, transaction.numbers(recordIds));
                return update.executeUpdate();
            }
        });
    }

    /** One version of a record, whether in force or not. */
    public Optional<SourceRecordRow> version(long recordId, int version) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction.connection().prepareStatement(VERSION)) {
                query.setLong(1, recordId);
                query.setInt(2, version);
                return read(query).stream().findFirst();
            }
        });
    }

    /** Puts a version in force and makes its record pending, unless a newer version is in force already. */
    public void putInForce(SourceRecordRow version) {
        store.inTransaction(transaction -> {
            Optional<SourceRecordRow> inForce = find(version.recordId());
            if (inForce.isEmpty() || !isNewer(inForce.get(), version)) {
                try (PreparedStatement update = transaction
                        .connection()
                        .prepareStatement(
                                "update source_record set latest_version = ?, state = 'PENDING' where id = ?")) {
                    update.setInt(1, version.version());
                    update.setLong(2, version.recordId());
                    update.executeUpdate();
                }
            }
            return null;
        });
    }

    private static boolean isNewer(SourceRecordRow one, SourceRecordRow other) {
        int order = one.sourceTimestamp().compareTo(other.sourceTimestamp());
        return order > 0 || order == 0 && one.version() > other.version();
    }

    /**
     * Takes a pending record out of resolution.
     *
     * @return whether it was pending in this version
     */
    public boolean markQuarantined(SourceRecordRow row) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement update = transaction
                    .connection()
                    .prepareStatement("update source_record set state = 'QUARANTINED'"
                            + " where id = ? and latest_version = ? and state = 'PENDING'")) {
                update.setLong(1, row.recordId());
                update.setInt(2, row.version());
                return update.executeUpdate() > 0;
            }
        });
    }

    private List<SourceRecordRow> page(String condition, long afterRecordId, int limit) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction.connection().prepareStatement(IN_FORCE + condition)) {
                query.setLong(1, afterRecordId);
                query.setInt(2, limit);
                return read(query);
            }
        });
    }

    private static List<SourceRecordRow> read(PreparedStatement query) throws SQLException {
        List<SourceRecordRow> found = new ArrayList<>();
        query.setFetchSize(PAGE);
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                found.add(new SourceRecordRow(
                        row.getLong(1),
                        new RecordId(row.getString(2), row.getString(3)),
                        row.getInt(4),
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        row.getBoolean(6),
                        Documents.values(row.getString(7)),
                        row.getInt(8)));
            }
        }
        return found;
    }
}
