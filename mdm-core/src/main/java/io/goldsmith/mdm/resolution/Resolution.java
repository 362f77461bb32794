package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.model.SavedModel;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.model.BlastRadius;
import io.goldsmith.mdm.model.RuleSet;
import io.goldsmith.mdm.model.RulesInForce;
import io.goldsmith.mdm.quality.Quarantine;
import io.goldsmith.mdm.source.PendingVersion;
import io.goldsmith.mdm.source.SourceRecords;
import io.goldsmith.mdm.source.WrittenValues;
import io.goldsmith.mdm.stewardship.Reclustering;
import io.goldsmith.mdm.store.Store;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Resolves pending source records: candidates → grades → clusters → cross-references → golden records → change events. Thread-safe:
 * any number of writers on any number of nodes end in the clusters and golden values of one writer, since each locks what it touches
 * ({@link ResolutionLocks}). One batch at a time is at work, beside the others.
 */
public final class Resolution implements Reclustering {

    /** With more pending records than this, they are resolved as a batch. */
    public static final int ONLINE_LIMIT = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Resolution.class);

    /** Records that land meanwhile are resolved too, but a stream of them does not keep the caller for ever. */
    private static final int MAX_ROUNDS = 10;

    /** As many other records may fail in a record's component before it is held to be at fault itself. */
    private static final int MAX_ATTEMPTS = 10;

    private final Store store;
    private final SourceRecords sourceRecords;
    private final Quarantine quarantine;
    private final WrittenValues writtenValues;
    private final BlastRadius radius;
    private final ModelTraining training;
    private volatile RulesAtWork atWork;
    private volatile boolean searchIsComplete;
    private final int onlineLimit;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    public Resolution(
            Store store,
            SourceRecords sourceRecords,
            WrittenValues writtenValues,
            Quarantine quarantine,
            ResolutionRules rules,
            BlastRadius radius) {
        this(store, sourceRecords, writtenValues, quarantine, rules, radius, ONLINE_LIMIT);
    }

    /**
     * @param radius how many customers a batch may change without asking
     * @param onlineLimit with more pending records than this, they are resolved as a batch
     */
    public Resolution(
            Store store,
            SourceRecords sourceRecords,
            WrittenValues writtenValues,
            Quarantine quarantine,
            ResolutionRules rules,
            BlastRadius radius,
            int onlineLimit) {
        this.store = store;
        this.sourceRecords = sourceRecords;
        this.quarantine = quarantine;
        this.onlineLimit = onlineLimit;
        this.writtenValues = writtenValues;
        this.radius = radius;
        this.training = new ModelTraining(store, sourceRecords);
        this.atWork = RulesAtWork.of(rules, store, sourceRecords, writtenValues, radius);
    }

    /** The rules under which records are resolved. */
    public ResolutionRules rules() {
        return atWork.rules();
    }

    /** Works under a newly published match model from here on; every record waits to be resolved anew. */
    public void publish(SavedModel model, String cause) {
        RulesInForce published = new RulePublication(store)
                .publish((transaction, last) -> RuleSet.inForceWith(transaction, last, model), cause);
        atWork = RulesAtWork.of(
                atWork.rules().with(model.model(), published.version()), store, sourceRecords, writtenValues, radius);
    }

    /**
     * Resolves everything that is pending: one by one if it is little, otherwise as a batch, by the same rules. Redone from the
     * landed versions after a crash. A batch that would change more customers than it may is held instead: see
     * {@link HeldPublications}. At a first load, a match model is trained and published before, if the configuration has it trained.
     *
     * @param cause what the change events name as their cause, for example {@code load of crm}; at most 256 characters
     */
    public ResolutionSummary resolvePending(String cause, ResolutionProgress progress) {
        oneAtATime.lock();
        try {
            ResolutionTally tally = new ResolutionTally();
            long pending = sourceRecords.countPending();
            for (int round = 0; round < MAX_ROUNDS && pending > 0 && !tally.isHeld(); round++) {
                resolveRound(pending, cause, progress, tally);
                pending = sourceRecords.countPending();
            }
            if (!searchIsComplete && !tally.isHeld()) {
                progress.report("index search", 0, 1);
                atWork.searchIndexing().complete();
                progress.report("index search", 1, 1);
                searchIsComplete = true;
            }
            return tally.summary();
        } finally {
            oneAtATime.unlock();
        }
    }

    private void resolveRound(long pending, String cause, ResolutionProgress progress, ResolutionTally tally) {
        if (pending > onlineLimit || !areRulesSettled()) {
            resolveBatch(cause, progress, tally);
            return;
        }
        List<Long> recordIds = sourceRecords.pendingVersions(0, onlineLimit).stream()
                .map(PendingVersion::recordId)
                .toList();
        try {
            Writers.each(recordIds, recordId -> one(recordId, cause), (part, done) -> {
                tally.add(part);
                progress.report("survive and publish", done, recordIds.size());
            });
        } catch (ComponentTooLargeException e) {
            LOG.warn("resolving as a batch instead: {}", e.getMessage());
            resolveBatch(cause, progress, tally);
        }
    }

    private boolean areRulesSettled() {
        return store.inTransaction(atWork.locks()::enter).isSettled();
    }

    /**
     * Resolves one record now, if it is pending; any number of threads may do so at once, and share transactions when they do.
     *
     * @param recordId the hub's id of the source record
     * @param cause what the change events name as their cause, at most 256 characters
     * @throws ComponentTooLargeException if too many records hang together: it stays pending, for {@link #resolvePending}
     * @throws io.goldsmith.mdm.store.ConflictException if other writers were faster each time: it stays pending
     */
    public void resolve(long recordId, String cause) {
        one(recordId, cause);
    }

    /**
     * Evaluates anew, by the hub's clock, the golden records that are past their valid-until, and those of customers for whom orders
     * landed. Meant to be called on a schedule: a call evaluates at most 10,000 of each, the next one goes on. What cannot be
     * evaluated is logged by place and tried again at the next call.
     *
     * @return which golden records changed; no source records are counted
     */
    public ResolutionSummary evaluateDue() {
        ResolutionTally tally = new ResolutionTally();
        atWork.due().run(tally);
        return tally.summary();
    }

    private ResolutionTally one(long recordId, String cause) {
        ResolutionTally tally = new ResolutionTally();
        resolve(recordId, cause, tally);
        return tally;
    }

    private void resolveBatch(String cause, ResolutionProgress progress, ResolutionTally tally) {
        atWork.guard().waiting().ifPresent(tally::held);
        if (tally.isHeld()) {
            return;
        }
        StandardForms kept = StandardForms.none();
        if (training.isAwaited(rules(), sourceRecords.countPending())) {
            kept = StandardForms.withinHeap();
            publish(training.train(rules(), List.of(), progress, kept), "first load");
        }
        searchIsComplete = false;
        oneByOne(atWork.batch().run(cause, progress, tally, kept), cause, tally);
    }

    /** Records whose chunk failed in a batch: a component that is too large even so sends its record to quarantine. */
    private void oneByOne(Collection<Long> recordIds, String cause, ResolutionTally tally) {
        for (Long recordId : recordIds) {
            try {
                resolve(recordId, cause, tally);
            } catch (ComponentTooLargeException e) {
                refuse(recordId, e, cause, tally);
            }
        }
    }

    /**
     * Resolves a record, twice if need be; a record that fails again goes to quarantine, and the rest goes on. If another record of
     * the component is at fault, that one goes, and this one is tried again.
     */
    private void resolve(long recordId, String cause, ResolutionTally tally) {
        for (int attempt = 1; ; attempt++) {
            try {
                tally.add(atWork.online().resolve(recordId, cause));
                return;
            } catch (ComponentTooLargeException e) {
                throw e;
            } catch (RuntimeException e) {
                if (!Blame.isOnRecord(e)) {
                    throw e;
                }
                boolean othersFault = e instanceof ResolutionException named && named.recordId() != recordId;
                if (othersFault && attempt < MAX_ATTEMPTS) {
                    refuse(((ResolutionException) e).recordId(), e, cause, tally);
                } else if (attempt > 1) {
                    refuse(recordId, e, cause, tally);
                    return;
                }
            }
        }
    }

    private void refuse(long recordId, RuntimeException failure, String cause, ResolutionTally tally) {
        Throwable origin =
                failure instanceof ResolutionException && failure.getCause() != null ? failure.getCause() : failure;
        String reason = ResolutionException.placeOf(origin);
        LOG.warn("record {} goes to quarantine: {}", recordId, reason);
        sourceRecords.find(recordId).ifPresent(row -> quarantine.refuse(row, reason, 0));
        tally.quarantined();
        tally.add(atWork.online().remove(recordId, cause));
    }

    /**
     * Takes a golden record with all its source records out of every result, for good: those of its cluster and those that left it
     * last because they were deleted or refused. Their neighbours are resolved anew. An event of kind ERASED says so.
     *
     * @param id an active, merged or retired golden record; a merged one leads to its survivor
     * @param removal removes what other rooms know of them, in the same transaction, while the locks are held
     * @throws io.goldsmith.mdm.MdmException if there is no such golden record, or it was erased already; nothing is changed then
     */
    public void erase(GoldenId id, ErasureRemoval removal) {
        atWork.erasure().erase(id, removal);
    }

    /**
     * The same of a source record that belongs to no golden record.
     *
     * @param recordId the hub's id of the source record
     * @throws io.goldsmith.mdm.store.ConflictException if it was resolved meanwhile
     */
    public void eraseUnresolved(long recordId, ErasureRemoval removal) {
        atWork.erasure().eraseUnresolved(recordId, removal);
    }

    /**
     * Everything that is a customer's now.
     *
     * @param id an active or retired golden record
     */
    public CustomerScope scopeOf(GoldenId id) {
        return store.inTransaction(transaction -> ScopeSearch.of(transaction, id.value()));
    }

    @Override
    public void takeTurn() {
        store.inTransaction(transaction -> {
            atWork.locks().decisions(transaction);
            return null;
        });
    }

    @Override
    public void recluster(Collection<Long> recordIds, String cause) {
        atWork.online().recluster(recordIds, cause);
    }
}
