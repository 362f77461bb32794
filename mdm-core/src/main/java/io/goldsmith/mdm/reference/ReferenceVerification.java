package io.goldsmith.mdm.reference;

import io.goldsmith.mdm.run.RunInProgressException;
import io.goldsmith.mdm.run.Runs;
import io.goldsmith.mdm.store.IdAllocator;
import io.goldsmith.mdm.store.RowWriter;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies the values of live source records against the reference data in service, page by page: of records whose standard form
 * changed, and, after an edition took the place of another, of all. Customers about whom something else is said now are evaluated anew.
 * Thread-safe; one page at a time, over all nodes.
 */
public final class ReferenceVerification {

    /** The name of the runs that verify every record. */
    public static final String RUN = "verification";

    /** What the change events of customers who are evaluated anew name as their cause. */
    public static final String CAUSE = "verification";

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceVerification.class);

    private static final int PAGE = 500;

    /** A call ends after as many pages of each kind, so that others have their turn; the next one goes on. */
    private static final int MAX_PAGES = 20;

    private final Store store;
    private final Runs runs;
    private final Optional<VerificationPlan> plan;
    private final IdAllocator dueIds;
    private OptionalLong run = OptionalLong.empty();
    private long swept;
    private long changed;

    /** @param plan what is verified; empty: nothing */
    public ReferenceVerification(Store store, Runs runs, Optional<VerificationPlan> plan) {
        this.store = store;
        this.runs = runs;
        this.plan = plan;
        this.dueIds = store.ids("due_id");
    }

    /**
     * Verifies what is due. Meant to be called on a schedule: a call verifies at most 10,000 records whose standard form changed, and as
     * many of those that are verified anew, in a run of their own; the next one goes on, after a crash too.
     *
     * @return of how many records something else is said now
     */
    public synchronized long verifyDue() {
        if (plan.isEmpty()) {
            return 0;
        }
        return queued(plan.get()) + sweep(plan.get());
    }

    private long queued(VerificationPlan what) {
        long differing = 0;
        long last = 0;
        for (int number = 0; number < MAX_PAGES; number++) {
            long after = last;
            Page page = store.inTransaction(transaction -> {
                VerificationSweep.lock(transaction);
                return queued(transaction, what, after);
            });
            differing += page.changed;
            last = page.last;
            if (page.size < PAGE) {
                break;
            }
        }
        return differing;
    }

    /** What became of a page; {@code last} is where the next one begins. */
    private record Page(int size, long last, long changed) {}

    private Page queued(Transaction transaction, VerificationPlan what, long after) throws SQLException {
        List<VerificationQueue.Due> due = VerificationQueue.page(transaction, after, PAGE);
        if (due.isEmpty()) {
            return new Page(0, after, 0);
        }
        Set<Long> recordIds = new HashSet<>();
        due.forEach(each -> recordIds.add(each.recordId()));
        List<AskedRecord> records = AskedRecord.of(transaction, recordIds);
        // Who resolves it may not have seen what is said of it: it stays until that is done.
        Set<Long> pending = new HashSet<>();
        records.stream().filter(AskedRecord::isPending).forEach(record -> pending.add(record.recordId()));
        long differing = verify(
                transaction,
                what,
                records.stream().filter(record -> !record.isPending()).toList());
        VerificationQueue.done(
                transaction,
                due.stream().filter(each -> !pending.contains(each.recordId())).toList());
        return new Page(due.size(), due.get(due.size() - 1).id(), differing);
    }

    private long sweep(VerificationPlan what) {
        long differing = 0;
        for (int number = 0; number < MAX_PAGES; number++) {
            if (store.inTransaction(VerificationSweep::lock).isEmpty()) {
                return differing;
            }
            begin();
            Page page = store.inTransaction(transaction -> {
                OptionalLong after = VerificationSweep.lock(transaction);
                return after.isEmpty() ? new Page(0, 0, 0) : swept(transaction, what, after.getAsLong());
            });
            differing += page.changed;
            swept += page.size;
            changed += page.changed;
            if (page.size < PAGE) {
                end();
                return differing;
            }
            run.ifPresent(id -> runs.count(id, counts()));
        }
        return differing;
    }

    private Page swept(Transaction transaction, VerificationPlan what, long after) throws SQLException {
        List<AskedRecord> records = AskedRecord.after(transaction, after, PAGE);
        // One that waits to be resolved is in the queue after that.
        long differing = verify(
                transaction,
                what,
                records.stream().filter(record -> !record.isPending()).toList());
        if (records.size() < PAGE) {
            VerificationSweep.end(transaction);
        } else {
            VerificationSweep.reached(
                    transaction, records.get(records.size() - 1).recordId());
        }
        return new Page(records.size(), 0, differing);
    }

    /** Verifies records and notes their customers where something else is said now; answers of how many records. */
    private long verify(Transaction transaction, VerificationPlan what, List<AskedRecord> records) throws SQLException {
        List<VerificationFacts.Change> changes = new RecordVerification(transaction, what).changes(records);
        if (changes.isEmpty()) {
            return 0;
        }
        VerificationFacts.write(transaction, changes, store.clock().instant().truncatedTo(ChronoUnit.MICROS));
        Map<Long, AskedRecord> byId = new HashMap<>();
        records.forEach(record -> byId.put(record.recordId(), record));
        List<AskedRecord> differing = new ArrayList<>();
        changes.stream()
                .map(VerificationFacts.Change::recordId)
                .distinct()
                .forEach(recordId -> differing.add(byId.get(recordId)));
        try (RowWriter due = transaction.insert("evaluation_due", "id", "source_system", "source_key", "cause")) {
            for (AskedRecord record : differing) {
                due.row(dueIds.next(), record.id().source(), record.id().key(), CAUSE);
            }
        }
        return differing.size();
    }

    private void begin() {
        if (run.isEmpty()) {
            try {
                run = OptionalLong.of(runs.start(RUN).id());
                swept = 0;
                changed = 0;
            } catch (RunInProgressException elsewhere) {
                LOG.debug("another node tells of it: {}", elsewhere.getMessage());
            }
        }
    }

    private void end() {
        run.ifPresent(id -> runs.done(id, counts()));
        run = OptionalLong.empty();
    }

    private Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("records", swept);
        counts.put("changed", changed);
        return counts;
    }
}
