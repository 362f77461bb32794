package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.store.Lease;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A batch's turn: one batch at a time over all nodes, by a row that a transaction of its own keeps locked, so that the database gives the turn
 * back when the process is killed. While it lasts, online writers note the records that they resolve.
 */
final class BatchTurn implements AutoCloseable {

    private static final Lease LEASE = new Lease("batch");

    private static final String NOTE =
            "insert into batch_overtaken (record_id) select b.id from (select cast(? as bigint) as id) b"
                    + " where exists (select 1 from batch_overtaken t where t.record_id = 0)"
                    + " and not exists (select 1 from batch_overtaken t where t.record_id = b.id)";

    private final Store store;
    private final ResolutionLocks locks;
    private final ExecutorService keeper = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "batch-turn");
        thread.setDaemon(true);
        return thread;
    });
    private final CompletableFuture<Void> taken = new CompletableFuture<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final Future<?> kept;

    private BatchTurn(Store store, ResolutionLocks locks) {
        this.store = store;
        this.locks = locks;
        this.kept = keeper.submit(this::keep);
    }

    /** Waits for the turn and takes it: from then on writers note what they resolve, and those who were at it are done. */
    static BatchTurn take(Store store, ResolutionLocks locks) {
        BatchTurn turn = new BatchTurn(store, locks);
        try {
            turn.taken.join();
            turn.mark(true);
            return turn;
        } catch (RuntimeException e) {
            turn.release();
            throw e;
        }
    }

    private void keep() {
        try {
            store.inTransaction(transaction -> {
                LEASE.lock(transaction);
                taken.complete(null);
                return over.join();
            });
        } catch (RuntimeException e) {
            taken.completeExceptionally(e);
        }
    }

    private void mark(boolean atWork) {
        store.inTransaction(transaction -> {
            locks.enterAsBatch(transaction);
            try (Statement change = transaction.connection().createStatement()) {
                change.executeUpdate("delete from batch_overtaken");
                if (atWork) {
                    change.executeUpdate("insert into batch_overtaken (record_id) values (0)");
                }
            }
            return null;
        });
    }

    /**
     * Notes a record that an online writer resolves, in its transaction, which holds a gate and the record. A batch that was killed or
     * failed leaves its mark, since standard forms may lack their keys then: until the next batch, it costs the writers a row each, and
     * that they write every key of what they resolve.
     */
    static void noteOvertaken(Transaction transaction, long recordId) throws SQLException {
        try (PreparedStatement note = transaction.connection().prepareStatement(NOTE)) {
            note.setLong(1, recordId);
            note.executeUpdate();
        }
    }

    /** Notes that somebody holds a gate, or all of them, beside the batch; a number below 0 is no record's. */
    static void noteEntrance(Transaction transaction, int gate) throws SQLException {
        noteOvertaken(transaction, -1L - gate);
    }

    /** Whether nobody has entered since the turn was taken, asked while every gate is held: then nothing that the batch read has changed. */
    static boolean isUndisturbed(Transaction transaction) throws SQLException {
        try (PreparedStatement query = transaction
                        .connection()
                        .prepareStatement(
                                "select record_id from batch_overtaken where record_id <> 0 fetch first 1 rows only");
                ResultSet row = query.executeQuery()) {
            return !row.next();
        }
    }

    /** The records noted since, read while every gate is held. */
    static LongSet overtaken(Transaction transaction) throws SQLException {
        LongSet records = new LongOpenHashSet();
        try (PreparedStatement query = transaction
                        .connection()
                        .prepareStatement("select record_id from batch_overtaken where record_id > 0");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                records.add(row.getLong(1));
            }
        }
        return records;
    }

    /** Takes the mark away: what this batch wrote is complete, and writers need not note any more. */
    void finish() {
        mark(false);
    }

    /** Gives the turn back. */
    @Override
    public void close() {
        release();
    }

    private void release() {
        over.complete(null);
        keeper.shutdown();
        try {
            kept.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Keeping a batch's turn reports its failures by itself", e);
        }
    }
}
