package io.goldsmith.mdm.source;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.quality.QuarantineEntries;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Documents;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.StoreException;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Full extracts, and the records that vanished from them.
 */
final class FullExtracts {

    private static final int PAGE = 2_000;

    private static final int ATTEMPTS = 5;

    /** Live records, last changed before the extract started: what changed since it could not deliver. */
    private static final String LIVE = " from source_record r join source_record_version v on v.record_id = r.id"
            + " and v.version = r.latest_version where r.source_system = ? and not v.deleted"
            + " and v.source_timestamp <= ?";

    private static final String VANISHED = LIVE + " and not exists (select 1 from full_extract_record s"
            + " where s.run_id = ? and s.record_id = r.id)";

    private final Store store;
    private final QuarantineEntries quarantine;
    private final FullExtractMarks marks;

    FullExtracts(Store store, QuarantineEntries quarantine) {
        this.store = store;
        this.quarantine = quarantine;
        this.marks = new FullExtractMarks(store);
    }

    /** A full extract as it is stored. */
    private record Extract(long runId, String sourceSystem, Instant startedAt, String state, long unreadable) {}

    void begin(String sourceSystem, long runId) {
        Instant now = now();
        store.inTransaction(transaction -> {
            try (BulkWriter obsolete =
                    transaction.bulk("update full_extract set state = 'OBSOLETE' where run_id = ?")) {
                for (Long older : earlier(transaction, sourceSystem)) {
                    obsolete.row(older);
                }
            }
            try (BulkWriter insert = transaction.bulk("insert into full_extract (run_id, source_system, started_at,"
                    + " state, unreadable, live, vanished, settled_by) values (?, ?, ?, 'READING', 0, 0, 0, '')")) {
                insert.row(runId, sourceSystem, now);
            }
            return null;
        });
        for (Long older : obsolete(sourceSystem)) {
            marks.forget(older);
        }
    }

    /** Notes what a batch of the extract delivered. */
    void mark(Transaction transaction, long runId, Collection<? extends Delivery> deliveries, long unreadable)
            throws SQLException {
        Extract extract = read(transaction, runId);
        if (!extract.state.equals("READING")) {
            throw new MdmException("The full extract of run " + runId + " is " + extract.state
                    + " and takes no more deliveries; begin a new one");
        }
        Set<String> keys = new TreeSet<>();
        for (Delivery delivery : deliveries) {
            if (delivery instanceof Delivery.RecordVersion version
                    && !version.deleted()
                    && version.sourceSystem().equals(extract.sourceSystem)) {
                keys.add(version.sourceKey());
            }
        }
        FullExtractMarks.add(transaction, runId, extract.sourceSystem, keys);
        if (unreadable > 0) {
            try (BulkWriter update =
                    transaction.bulk("update full_extract set unreadable = unreadable + ? where run_id = ?")) {
                update.row(unreadable, runId);
            }
        }
    }

    /**
     * Reconciles an extract.
     *
     * @param percent the most records that may vanish, in hundredths of the live ones
     * @param confirmedBy who lets them go in spite of the limit; empty: nobody
     */
    Disappearance reconcile(String sourceSystem, long runId, int percent, String confirmedBy) {
        Disappearance judged = store.inTransaction(transaction -> judge(transaction, sourceSystem, runId, percent));
        if (judged.outcome() != Disappearance.Outcome.RECONCILED && confirmedBy.isEmpty()) {
            settle(judged, "");
            return judged;
        }
        Disappearance confirmed = new Disappearance(
                runId,
                sourceSystem,
                Disappearance.Outcome.RECONCILED,
                judged.live(),
                judged.vanished(),
                judged.unreadable(),
                judged.limit());
        long deleted = 0;
        String after = "";
        while (true) {
            Page page = page(runId, after);
            deleted += page.deleted;
            if (page.lastKey.equals(after)) {
                break;
            }
            after = page.lastKey;
        }
        settle(confirmed, confirmedBy);
        marks.forget(runId);
        return new Disappearance(
                runId, sourceSystem, confirmed.outcome(), judged.live(), deleted, judged.unreadable(), judged.limit());
    }

    private static Disappearance judge(Transaction transaction, String sourceSystem, long runId, int percent)
            throws SQLException {
        Extract extract = read(transaction, runId);
        if (!extract.sourceSystem.equals(sourceSystem)) {
            throw new MdmException("Run " + runId + " is a full extract of " + extract.sourceSystem + ", not of "
                    + sourceSystem + "; name the right run");
        }
        if (extract.state.equals("RECONCILED") || extract.state.equals("OBSOLETE")) {
            throw new MdmException(
                    "The full extract of run " + runId + " is " + extract.state + ": what vanished from it is settled");
        }
        long live = count(transaction, LIVE, extract, false);
        long vanished = count(transaction, VANISHED, extract, true);
        long limit = live * percent / 100;
        Disappearance.Outcome outcome = vanished > limit
                ? Disappearance.Outcome.HELD
                : vanished > 0 && extract.unreadable > 0
                        ? Disappearance.Outcome.INCOMPLETE
                        : Disappearance.Outcome.RECONCILED;
        return new Disappearance(runId, sourceSystem, outcome, live, vanished, extract.unreadable, limit);
    }

    private static long count(Transaction transaction, String fromAndWhere, Extract extract, boolean ofRun)
            throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement("select count(*)" + fromAndWhere)) {
            query.setString(1, extract.sourceSystem);
            query.setObject(2, extract.startedAt.atOffset(ZoneOffset.UTC));
            if (ofRun) {
                query.setLong(3, extract.runId);
            }
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** A page of records that were deleted; it ends where it started if there are no more. */
    private record Page(String lastKey, long deleted) {}

    /** A record that vanished. */
    private record Vanished(String key, long recordId, int inForce, int lastVersion) {}

    /** Another writer may add a version at once: the one that loses looks again. */
    private Page page(long runId, String after) {
        for (int attempt = 1; ; attempt++) {
            try {
                return store.inTransaction(transaction -> delete(transaction, runId, after));
            } catch (StoreException e) {
                if (!e.isDuplicateKey() || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private Page delete(Transaction transaction, long runId, String after) throws SQLException {
        Extract extract = read(transaction, runId);
        List<Vanished> page = vanished(transaction, extract, after);
        if (page.isEmpty()) {
            return new Page(after, 0);
        }
        Instant now = now();
        String hash = ContentHash.of(AttributeValues.none(), true);
        try (BulkWriter versions = transaction.bulk("insert into source_record_version (record_id, version,"
                        + " content_hash, source_timestamp, landed_at, run_id, deleted, raw, origin, instead_of)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                BulkWriter records = transaction.bulk(
                        "update source_record set latest_version = ?, state = 'PENDING' where id = ?")) {
            for (Vanished record : page) {
                versions.row(
                        record.recordId,
                        record.lastVersion + 1,
                        hash,
                        extract.startedAt,
                        now,
                        runId,
                        true,
                        Documents.write(AttributeValues.none()),
                        "missing from full extract " + runId,
                        record.inForce);
                records.row(record.lastVersion + 1, record.recordId);
            }
            versions.flush();
        }
        quarantine.supersede(page.stream().map(Vanished::recordId).toList());
        return new Page(page.get(page.size() - 1).key, page.size());
    }

    private static List<Vanished> vanished(Transaction transaction, Extract extract, String after) throws SQLException {
        List<Vanished> page = new ArrayList<>();
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement("select r.source_key, r.id, r.latest_version, (select max(m.version)"
                        + " from source_record_version m where m.record_id = r.id)" + VANISHED
                        + " and r.source_key > ? order by r.source_system, r.source_key fetch first ? rows only")) {
            query.setString(1, extract.sourceSystem);
            query.setObject(2, extract.startedAt.atOffset(ZoneOffset.UTC));
            query.setLong(3, extract.runId);
            query.setString(4, after);
            query.setInt(5, PAGE);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    page.add(new Vanished(row.getString(1), row.getLong(2), row.getInt(3), row.getInt(4)));
                }
            }
        }
        return page;
    }

    private void settle(Disappearance disappearance, String settledBy) {
        store.inTransaction(transaction -> {
            try (BulkWriter update = transaction.bulk("update full_extract set state = ?, live = ?, vanished = ?,"
                    + " settled_by = ? where run_id = ?")) {
                update.row(
                        disappearance.outcome().name(),
                        disappearance.live(),
                        disappearance.vanished(),
                        settledBy,
                        disappearance.runId());
            }
            return null;
        });
    }

    private static Extract read(Transaction transaction, long runId) throws SQLException {
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement(
                        "select source_system, started_at, state, unreadable from full_extract where run_id = ?")) {
            query.setLong(1, runId);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new MdmException("Run " + runId + " is no full extract; begin it as one");
                }
                return new Extract(
                        runId,
                        row.getString(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getString(3),
                        row.getLong(4));
            }
        }
    }

    String systemOf(long runId) {
        return store.inTransaction(transaction -> read(transaction, runId)).sourceSystem;
    }

    private static List<Long> earlier(Transaction transaction, String sourceSystem) throws SQLException {
        return runs(
                transaction,
                "select run_id from full_extract where source_system = ?"
                        + " and state in ('READING', 'HELD', 'INCOMPLETE')",
                sourceSystem);
    }

    /** Whose marks may still be there: a process may have been killed before it took them out. */
    private List<Long> obsolete(String sourceSystem) {
        return store.inTransaction(transaction -> runs(
                transaction,
                "select f.run_id from full_extract f where f.source_system = ? and f.state in ('OBSOLETE', 'RECONCILED')"
                        + " and exists (select 1 from full_extract_record s where s.run_id = f.run_id)",
                sourceSystem));
    }

    private static List<Long> runs(Transaction transaction, String sql, String sourceSystem) throws SQLException {
        List<Long> found = new ArrayList<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(sql)) {
            query.setString(1, sourceSystem);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(row.getLong(1));
                }
            }
        }
        return found;
    }

    private Instant now() {
        return store.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
