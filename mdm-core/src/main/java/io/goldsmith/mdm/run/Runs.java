package io.goldsmith.mdm.run;

import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.store.IdAllocator;
import io.goldsmith.mdm.store.Lease;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hibernate.LockMode;

/** Starts, counts and ends runs. At most one run of a name is running. Thread-safe. */
public final class Runs {

    private static final int LONGEST_NAME = 64;

    private final Store store;
    private final IdAllocator ids;
    private final Lease starting;

    public Runs(Store store) {
        this.store = store;
        this.ids = store.ids("entry_id");
        this.starting = new Lease("runs");
    }

    /**
     * Starts a run.
     *
     * @param name 1 to 64 characters
     * @throws RunInProgressException if one of that name is running
     */
    public Run start(String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "The name of a run has 1 to " + LONGEST_NAME + " characters, but this one has " + name.length());
        }
        return store.inTransaction(transaction -> {
            // Whoever starts a run holds this row: two cannot both find that none is running.
            starting.lock(transaction);
            boolean inProgress = !transaction
                    .session()
                    .createSelectionQuery("from StoredRun where name = :name and state = 'RUNNING'", StoredRun.class)
                    .setParameter("name", name)
                    .getResultList()
                    .isEmpty();
            if (inProgress) {
                throw new RunInProgressException(
                        "A run of " + name + " is in progress, and at most one may be; wait until it ends");
            }
            StoredRun run = new StoredRun(ids.next(), name, now());
            transaction.session().persist(run);
            return run.run();
        });
    }

    /** Notes counts of a running run; replaces those of the same names. */
    public void count(long runId, Map<String, Long> counts) {
        change(runId, run -> run.count(counts));
    }

    /** Ends a run as done. */
    public Run done(long runId, Map<String, Long> counts) {
        return change(runId, run -> {
            run.count(counts);
            run.end(RunState.DONE, now(), "");
        });
    }

    /** Ends a run as failed; {@code message} says what and what to do, without values. */
    public Run failed(long runId, Map<String, Long> counts, String message) {
        return change(runId, run -> {
            run.count(counts);
            run.end(RunState.FAILED, now(), message);
        });
    }

    /**
     * Ends the runs that a killed process left running, since nobody works on them any more.
     *
     * @return how many there were
     */
    public int interruptAbandoned() {
        return store.inTransaction(transaction -> {
            List<StoredRun> abandoned = transaction
                    .session()
                    .createSelectionQuery("from StoredRun where state = 'RUNNING'", StoredRun.class)
                    .getResultList();
            abandoned.forEach(this::interrupt);
            return abandoned.size();
        });
    }

    /**
     * Ends the run of a name that a killed process left running, if there is one; for work that tells by other means that nobody is at it.
     *
     * @return how many there were, 0 or 1
     */
    public int interruptAbandoned(String name) {
        return store.inTransaction(transaction -> {
            List<StoredRun> abandoned = transaction
                    .session()
                    .createSelectionQuery("from StoredRun where name = :name and state = 'RUNNING'", StoredRun.class)
                    .setParameter("name", name)
                    .getResultList();
            abandoned.forEach(this::interrupt);
            return abandoned.size();
        });
    }

    private void interrupt(StoredRun run) {
        run.end(RunState.INTERRUPTED, now(), "Its process ended before it did; start it again");
    }

    /** Newest first, at most {@code limit} (1 to 1,000). */
    public List<Run> latest(int limit) {
        return store.inTransaction(transaction -> transaction
                .session()
                .createSelectionQuery("from StoredRun order by startedAt desc, id desc", StoredRun.class)
                .setMaxResults(Math.min(Math.max(limit, 1), 1_000))
                .getResultList()
                .stream()
                .map(StoredRun::run)
                .toList());
    }

    private Run change(long runId, Consumer<StoredRun> change) {
        return store.inTransaction(transaction -> {
            StoredRun run = running(transaction, runId);
            change.accept(run);
            return run.run();
        });
    }

    private static StoredRun running(Transaction transaction, long runId) {
        StoredRun run = transaction.session().find(StoredRun.class, runId, LockMode.PESSIMISTIC_WRITE);
        if (run == null || !run.mayGoOn()) {
            throw new MdmException("Run " + runId + " is not running: it does not exist or has ended");
        }
        return run;
    }

    private Instant now() {
        return store.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
