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

    Standardised run(ResolutionProgress progress) {
        BatchTable.Builder table = new BatchTable.Builder(rules.matching().attributes());
        List<SourceRecordRow> deleted = new ArrayList<>();
        List<Long> failed = new ArrayList<>();
        // Read before the pending ones: a record that becomes pending meanwhile is met here or there, and skipped the
        // second time.
        Set<Long> resolved = readResolved(table);
        long total = sourceRecords.countPending();
        long done = 0;
        boolean fresh = isEmpty();
        List<SourceRecordRow> page = sourceRecords.pending(0, PAGE);
        while (!page.isEmpty()) {
            List<SourceRecordRow> live = new ArrayList<>(page.size());
            for (SourceRecordRow row : page) {
                if (row.deleted()) {
                    deleted.add(row);
                } else if (!resolved.contains(row.recordId())) {
                    live.add(row);
                }
            }
            List<StandardisedRecord> standardised = standardise(live, failed);
            forget(live, deletedOf(page), fresh);
            for (StandardisedRecord record : write(standardised, failed)) {
                SourceRecordRow row = record.row();
                table.add(row.id(), row.recordId(), row.version(), true, record.standard());
            }
            done += page.size();
            progress.report("standardise", done, total);
            page = sourceRecords.pending(page.get(page.size() - 1).recordId(), PAGE);
        }
        return new Standardised(table.build(), deleted, failed);
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

    private static List<Long> deletedOf(List<SourceRecordRow> page) {
        return page.stream()
                .filter(SourceRecordRow::deleted)
                .map(SourceRecordRow::recordId)
                .toList();
    }

    private void forget(List<SourceRecordRow> live, List<Long> deleted, boolean fresh) {
        if (fresh) {
            return;
        }
        List<Long> replaced = new ArrayList<>(deleted);
        live.forEach(row -> replaced.add(row.recordId()));
        store.inTransaction(transaction -> {
            lock.take(transaction);
            StandardRows.delete(transaction, replaced);
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
