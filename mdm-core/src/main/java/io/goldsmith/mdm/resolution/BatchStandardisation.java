package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.reference.VerificationQueue;
import io.goldsmith.mdm.source.SourceRecordRow;
import io.goldsmith.mdm.source.SourceRecords;
import io.goldsmith.mdm.store.Documents;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.StoreException;
import io.goldsmith.mdm.store.Transaction;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

/**
 * The first stage of a batch: standardises every pending record, stores its standard form and blocking keys, and reads those of the
 * others, into one table.
 */
final class BatchStandardisation {

    private static final int PAGE = 5_000;

    private static final String STANDARD =
            "select s.record_id, r.source_system, r.source_key, s.version, s.standard, r.state";

    private static final String OTHERS = STANDARD + " from standard_record s join source_record r on r.id = s.record_id"
            + " where s.record_id > ? order by s.record_id fetch first ? rows only";

    private static final String OVERTAKEN =
            STANDARD + " from unnest(?) w(id) join standard_record s on s.record_id = w.id"
                    + " join source_record r on r.id = s.record_id order by s.record_id";

    private final Store store;
    private final SourceRecords sourceRecords;
    private final ResolutionRules rules;
    private final ResolutionLocks locks;

    BatchStandardisation(Store store, SourceRecords sourceRecords, ResolutionRules rules, ResolutionLocks locks) {
        this.store = store;
        this.sourceRecords = sourceRecords;
        this.rules = rules;
        this.locks = locks;
    }

    /**
     * What came in.
     *
     * @param deleted pending records that their sources deleted
     * @param failed hub ids of records that could not be standardised
     */
    record Standardised(BatchTable table, List<SourceRecordRow> deleted, List<Long> failed) {}

    /** @param kept standard forms that need not be made again */
    Standardised run(ResolutionProgress progress, StandardForms kept) {
        BatchTable.Builder table = new BatchTable.Builder(rules.matching());
        List<SourceRecordRow> deleted = new ArrayList<>();
        List<Long> failed = new ArrayList<>();
        KeyRows keys = new KeyRows();
        LongSet pendingIds = new LongOpenHashSet();
        long total = sourceRecords.countPending();
        long done = 0;
        boolean fresh = isEmpty();
        PendingPages pending = new PendingPages(sourceRecords, rules, kept);
        try (Prefetch<PendingPages.Page> pages = new Prefetch<>()) {
            PendingPages.Page page = pages.result(pages.start(() -> pending.after(0)));
            while (page.size() > 0) {
                long last = page.last();
                Future<PendingPages.Page> next = pages.start(() -> pending.after(last));
                for (StandardRow record : write(page, fresh, failed)) {
                    pendingIds.add(record.recordId());
                    table.add(record.id(), record.recordId(), record.version(), true, record.derived());
                    keys.add(record.recordId(), record.keys());
                }
                deleted.addAll(page.deleted());
                failed.addAll(page.failed());
                done += page.size();
                progress.report("standardise", done, total);
                page = pages.result(next);
            }
        }
        progress.report("index keys", 0, 1);
        keys.write(store, locks);
        progress.report("index keys", 1, 1);
        // Read after the keys were written: who resolved a record before did not find the pending ones, and is found
        // here. Who does so from now on finds them.
        if (fresh) {
            readOvertaken(table, pendingIds);
        } else {
            readOthers(table, pendingIds);
        }
        return new Standardised(table.build(), deleted, failed);
    }

    /** Writes a page and returns what was written: if the database refuses a record for what it holds, the others are written. */
    private List<StandardRow> write(PendingPages.Page page, boolean fresh, List<Long> failed) {
        List<Long> deleted =
                page.deleted().stream().map(SourceRecordRow::recordId).toList();
        if (!fresh && !deleted.isEmpty()) {
            store.inTransaction(transaction -> {
                locks.enterAsBatch(transaction);
                LongSet overtaken = BatchTurn.overtaken(transaction);
                List<Long> gone = deleted.stream()
                        .filter(id -> !overtaken.contains((long) id))
                        .toList();
                forget(transaction, gone);
                ScoredRows.deleteOf(transaction, gone);
                verifyLater(transaction, gone);
                return null;
            });
        }
        return write(page.live(), fresh, failed);
    }

    private void verifyLater(Transaction transaction, List<Long> recordIds) throws SQLException {
        if (rules.verification().isPresent()) {
            VerificationQueue.add(transaction, store, recordIds);
        }
    }

    private void forget(Transaction transaction, List<Long> recordIds) throws SQLException {
        KeyRows.delete(transaction, rules.matching(), recordIds);
        StandardRows.delete(transaction, recordIds);
    }

    private List<StandardRow> write(List<StandardRow> records, boolean fresh, List<Long> failed) {
        try {
            return store.inTransaction(transaction -> {
                locks.enterAsBatch(transaction);
                List<StandardRow> written = withoutOvertaken(transaction, records);
                if (!fresh) {
                    forget(
                            transaction,
                            written.stream().map(StandardRow::recordId).toList());
                }
                StandardRows.insertReady(transaction, written);
                verifyLater(
                        transaction, written.stream().map(StandardRow::recordId).toList());
                return written;
            });
        } catch (StoreException e) {
            if (!Blame.isOnRecord(e)) {
                throw e;
            }
            if (records.size() == 1) {
                failed.add(records.get(0).recordId());
                return List.of();
            }
            int middle = records.size() / 2;
            List<StandardRow> written = new ArrayList<>(write(records.subList(0, middle), fresh, failed));
            written.addAll(write(records.subList(middle, records.size()), fresh, failed));
            return written;
        }
    }

    /** What an online writer resolved since the page was read is done. */
    private static List<StandardRow> withoutOvertaken(Transaction transaction, List<StandardRow> records)
            throws SQLException {
        LongSet overtaken = BatchTurn.overtaken(transaction);
        return records.stream()
                .filter(record -> !overtaken.contains(record.recordId()))
                .toList();
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

    /** Where nothing was standardised before, the others are those that online writers resolved since. */
    private void readOvertaken(BatchTable.Builder table, LongSet pending) {
        store.inTransaction(transaction -> {
            locks.enterAsBatch(transaction);
            List<Long> overtaken =
                    BatchTurn.overtaken(transaction).longStream().boxed().toList();
            try (PreparedStatement query = transaction.connection().prepareStatement(OVERTAKEN)) {
                query.setArray(1, transaction.numbers(overtaken));
                addOthers(query, table, pending, 0);
            }
            return null;
        });
    }

    private void readOthers(BatchTable.Builder table, LongSet pending) {
        long last = 0;
        boolean more = true;
        while (more) {
            long after = last;
            long next = store.inTransaction(transaction -> readPage(transaction, after, table, pending));
            more = next > after;
            last = next;
        }
    }

    private long readPage(Transaction transaction, long after, BatchTable.Builder table, LongSet pending)
            throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(OTHERS)) {
            query.setLong(1, after);
            query.setInt(2, PAGE);
            query.setFetchSize(PAGE);
            return addOthers(query, table, pending, after);
        }
    }

    /** Adds the live records that a query finds; answers the last one's hub id, or the one given if there is none. */
    private long addOthers(PreparedStatement query, BatchTable.Builder table, LongSet pending, long none)
            throws SQLException {
        long last = none;
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                last = row.getLong(1);
                if (!pending.contains(last) && MemberRecords.isLive(row.getString(6))) {
                    table.add(
                            new RecordId(row.getString(2), row.getString(3)),
                            last,
                            row.getInt(4),
                            false,
                            rules.matching().derive(Documents.values(row.getString(5))));
                }
            }
        }
        return last;
    }
}
