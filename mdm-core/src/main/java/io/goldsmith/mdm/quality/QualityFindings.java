package io.goldsmith.mdm.quality;

import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The findings of one assessment beside those of the one before: what is new asks a person, once for each version of a record; what is
 * gone asks no more. Not thread-safe.
 */
final class QualityFindings {

    /** The most tasks that one assessment opens: what is beyond waits for the next one. */
    static final int MOST_TASKS = 1_000;

    private static final int PAGE = 5_000;

    private final Store store;
    private final QualityTasks tasks;
    private final long runId;
    private long opened;
    private long postponed;
    private long opening;
    private long postponing;

    QualityFindings(Store store, QualityTasks tasks, long runId) {
        this.store = store;
        this.tasks = tasks;
        this.runId = runId;
    }

    /** What identifies a finding. */
    private record Key(long recordId, String rule) {}

    /** What is stored of it. */
    private record Known(int version, long runId, boolean asked) {}

    /** A transaction begins, perhaps again, since a conflict took the one before back. */
    void begin() {
        opening = 0;
        postponing = 0;
    }

    /** The transaction is committed: what it asked counts. */
    void committed() {
        opened += opening;
        postponed += postponing;
        begin();
    }

    /**
     * Notes findings in the caller's transaction, which has begun with {@link #begin}.
     *
     * @return how many of them this assessment had not noted yet
     */
    long note(Transaction transaction, Collection<QualityFinding> found) throws SQLException {
        if (found.isEmpty()) {
            return 0;
        }
        Map<Key, QualityFinding> distinct = new LinkedHashMap<>();
        found.forEach(finding ->
                distinct.put(new Key(finding.recordId(), finding.rule().name()), finding));
        Map<Key, Known> known = known(transaction, recordIds(distinct.keySet()));
        Set<Long> asking = distinct.values().stream()
                .filter(finding -> finding.rule().asksForTask())
                .map(QualityFinding::recordId)
                .collect(Collectors.toSet());
        Map<Long, Long> goldenIds = goldenIds(transaction, asking);
        long fresh = 0;
        try (BulkWriter updates = transaction.bulk(
                        "update quality_finding set version = ?, run_id = ?, asked = ? where record_id = ? and rule = ?");
                BulkWriter inserts = transaction.bulk(
                        "insert into quality_finding (version, run_id, asked, record_id, rule) values (?, ?, ?, ?, ?)")) {
            for (Map.Entry<Key, QualityFinding> entry : distinct.entrySet()) {
                Key key = entry.getKey();
                QualityFinding finding = entry.getValue();
                Known before = known.get(key);
                if (before != null && before.runId == runId) {
                    continue;
                }
                fresh++;
                boolean asked = before != null && before.asked && before.version == finding.version();
                asked = asked || ask(transaction, finding, goldenIds);
                (before == null ? inserts : updates).row(finding.version(), runId, asked, key.recordId, key.rule);
            }
        }
        return fresh;
    }

    private boolean ask(Transaction transaction, QualityFinding finding, Map<Long, Long> goldenIds)
            throws SQLException {
        Long goldenId = goldenIds.get(finding.recordId());
        if (!finding.rule().asksForTask() || goldenId == null) {
            return false;
        }
        if (opened + opening == MOST_TASKS) {
            postponing++;
            return false;
        }
        tasks.open(
                transaction,
                QualityFinding.subject(finding.rule().name(), finding.recordId()),
                goldenId,
                finding.details());
        opening++;
        return true;
    }

    private static Set<Long> recordIds(Collection<Key> keys) {
        return keys.stream().map(Key::recordId).collect(Collectors.toSet());
    }

    private static Map<Key, Known> known(Transaction transaction, Collection<Long> recordIds) throws SQLException {
        Map<Key, Known> known = new HashMap<>();
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement("select f.record_id, f.rule, f.version, f.run_id, f.asked from unnest(?) i(id)"
                        + " join quality_finding f on f.record_id = i.id")) {
            query.setArray(1, transaction.numbers(recordIds));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    known.put(
                            new Key(row.getLong(1), row.getString(2)),
                            new Known(row.getInt(3), row.getLong(4), row.getBoolean(5)));
                }
            }
        }
        return known;
    }

    private static Map<Long, Long> goldenIds(Transaction transaction, Collection<Long> recordIds) throws SQLException {
        Map<Long, Long> goldenIds = new HashMap<>();
        if (recordIds.isEmpty()) {
            return goldenIds;
        }
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement("select x.record_id, x.golden_id from unnest(?) i(id)"
                        + " join cross_reference x on x.record_id = i.id")) {
            query.setArray(1, transaction.numbers(recordIds));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    goldenIds.put(row.getLong(1), row.getLong(2));
                }
            }
        }
        return goldenIds;
    }

    /** Forgets what this assessment did not find any more, and closes its tasks. */
    void forgetGone() {
        long after = 0;
        boolean more = true;
        while (more) {
            long from = after;
            long last = store.inTransaction(transaction -> forgetGone(transaction, from));
            more = last > after;
            after = last;
        }
    }

    private long forgetGone(Transaction transaction, long after) throws SQLException {
        List<Key> gone = new ArrayList<>();
        long last = after;
        // By whole records: all findings of those on the page.
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement("select f.record_id, f.rule, f.run_id from (select distinct record_id"
                        + " from quality_finding where record_id > ? order by record_id fetch first ? rows only) p"
                        + " join quality_finding f on f.record_id = p.record_id")) {
            query.setLong(1, after);
            query.setInt(2, PAGE);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    last = Math.max(last, row.getLong(1));
                    if (row.getLong(3) != runId) {
                        gone.add(new Key(row.getLong(1), row.getString(2)));
                    }
                }
            }
        }
        try (BulkWriter deletes = transaction.bulk("delete from quality_finding where record_id = ? and rule = ?")) {
            for (Key key : gone) {
                deletes.row(key.recordId, key.rule);
                tasks.close(transaction, QualityFinding.subject(key.rule, key.recordId));
            }
        }
        return last;
    }

    /** How many tasks were opened. */
    long opened() {
        return opened;
    }

    /** How many more would have been, but for the limit. */
    long postponed() {
        return postponed;
    }
}
