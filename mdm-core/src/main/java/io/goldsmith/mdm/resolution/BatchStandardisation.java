package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.source.SourceRecordRow;
import io.goldsmith.mdm.source.SourceRecords;
import io.goldsmith.mdm.store.Documents;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.StoreException;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * The first stage of a batch: standardises every pending record, stores its standard form and blocking keys, and reads those of the
 * resolved ones, into one table.
 */
final class BatchStandardisation {

    private static final int PAGE = 5_000;

    private static final String RESOLVED = "select s.record_id, r.source_system, r.source_key, s.version, s.standard"
            + " from source_record r join standard_record s on s.record_id = r.id"
            + " where r.id > ? and r.state = 'RESOLVED' order by r.id fetch first ? rows only";

    private final Store store;
    private final SourceRecords sourceRecords;
    private final ResolutionRules rules;
    private final ResolutionLock lock;

    BatchStandardisation(Store store, SourceRecords sourceRecords, ResolutionRules rules, ResolutionLock lock) {
        this.store = store;
        this.sourceRecords = sourceRecords;
        this.rules = rules;
        this.lock = lock;
    }

    /**
     * What came in.
     *
     * @param deleted pending records that their sources deleted
     * @param failed hub ids of records that could not be standardised
     */
    record Standardised(BatchTable table, List<SourceRecordRow> deleted, List<Long> failed) {}

    /** One page of pending records, read and standardised but not written. */
    private record Page(
            List<SourceRecordRow> rows,
            List<Long> replaced,
            List<StandardisedRecord> standardised,
            List<Long> failed) {}

    Standardised run(ResolutionProgress progress) {
        BatchTable.Builder table = new BatchTable.Builder(rules.matching());
        List<SourceRecordRow> deleted = new ArrayList<>();
        List<Long> failed = new ArrayList<>();
        KeyRows keys = new KeyRows();
        // Read before the pending ones: a record that becomes pending meanwhile is met twice, and skipped the second
        // time.
        Set<Long> resolved = readResolved(table);
        long total = sourceRecords.countPending();
        long done = 0;
        boolean fresh = isEmpty();
        try (Prefetch<Page> pages = new Prefetch<>()) {
            Page page = pages.result(pages.start(() -> prepare(0, resolved)));
            while (!page.rows.isEmpty()) {
                long last = page.rows.get(page.rows.size() - 1).recordId();
                Future<Page> next = pages.start(() -> prepare(last, resolved));
                forget(page, fresh);
                for (StandardisedRecord record : write(page.standardised, failed)) {
                    SourceRecordRow row = record.row();
                    table.add(row.id(), row.recordId(), row.version(), true, record.standard());
                    keys.add(record);
                }
                page.rows.stream().filter(SourceRecordRow::deleted).forEach(deleted::add);
                failed.addAll(page.failed);
                done += page.rows.size();
                progress.report("standardise", done, total);
                page = pages.result(next);
            }
        }
        progress.report("index keys", 0, 1);
        keys.write(store, lock);
        progress.report("index keys", 1, 1);
        return new Standardised(table.build(), deleted, failed);
    }

    private Page prepare(long after, Set<Long> resolved) {
        List<SourceRecordRow> rows = sourceRecords.pending(after, PAGE);
        List<SourceRecordRow> live = new ArrayList<>(rows.size());
        List<Long> replaced = new ArrayList<>(rows.size());
        for (SourceRecordRow row : rows) {
            if (!resolved.contains(row.recordId())) {
                replaced.add(row.recordId());
                if (!row.deleted()) {
                    live.add(row);
                }
            }
        }
        List<Long> failed = new ArrayList<>();
        return new Page(rows, replaced, standardise(live, failed), failed);
    }

    private List<StandardisedRecord> standardise(List<SourceRecordRow> rows, List<Long> failed) {
        record Attempt(SourceRecordRow row, List<StandardisedRecord> result) {}
        List<StandardisedRecord> standardised = new ArrayList<>(rows.size());
        List<Attempt> attempts = rows.parallelStream()
                .map(row -> {
                    try {
                        return new Attempt(row, List.of(StandardisedRecord.of(row, rules)));
                    } catch (ResolutionException e) {
                        return new Attempt(row, List.of());
                    }
                })
                .collect(Collectors.toList());
        for (Attempt attempt : attempts) {
            standardised.addAll(attempt.result);
            if (attempt.result.isEmpty()) {
                failed.add(attempt.row.recordId());
            }
        }
        return standardised;
    }

    private void forget(Page page, boolean fresh) {
        if (fresh) {
            return;
        }
        List<Long> deleted = page.rows.stream()
                .filter(SourceRecordRow::deleted)
                .map(SourceRecordRow::recordId)
                .toList();
        store.inTransaction(transaction -> {
            lock.take(transaction);
            KeyRows.delete(transaction, rules.matching(), page.replaced);
            StandardRows.delete(transaction, page.replaced);
            ScoredRows.deleteOf(transaction, deleted);
            return null;
        });
    }

    /** Writes records and returns those written: if the database refuses one for what it holds, the others are written. */
    private List<StandardisedRecord> write(List<StandardisedRecord> records, List<Long> failed) {
        try {
            store.inTransaction(transaction -> {
                lock.take(transaction);
                StandardRows.insert(transaction, records);
                return null;
            });
            return records;
        } catch (StoreException e) {
            if (!Blame.isOnRecord(e)) {
                throw e;
            }
            if (records.size() == 1) {
                failed.add(records.get(0).row().recordId());
                return List.of();
            }
            int middle = records.size() / 2;
            List<StandardisedRecord> written = new ArrayList<>(write(records.subList(0, middle), failed));
            written.addAll(write(records.subList(middle, records.size()), failed));
            return written;
        }
    }

    private boolean isEmpty() {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction
                            .connection()
                            .prepareStatement("select 1 from standard_record fetch first 1 rows only");
                    ResultSet row = query.executeQuery()) {
                return !row.next();
            }
        });
    }

    private Set<Long> readResolved(BatchTable.Builder table) {
        Set<Long> read = new it.unimi.dsi.fastutil.longs.LongOpenHashSet();
        long last = 0;
        boolean more = true;
        while (more) {
            long after = last;
            long next = store.inTransaction(transaction -> readPage(transaction, after, table, read));
            more = next > after;
            last = next;
        }
        return read;
    }

    private static long readPage(Transaction transaction, long after, BatchTable.Builder table, Set<Long> read)
            throws SQLException {
        long last = after;
        try (PreparedStatement query = transaction.connection().prepareStatement(RESOLVED)) {
            query.setLong(1, after);
            query.setInt(2, PAGE);
            query.setFetchSize(PAGE);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    last = row.getLong(1);
                    read.add(last);
                    table.add(
                            new RecordId(row.getString(2), row.getString(3)),
                            last,
                            row.getInt(4),
                            false,
                            Documents.values(row.getString(5)));
                }
            }
        }
        return last;
    }
}
