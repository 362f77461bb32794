package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.reference.ReferenceVerification;
import io.goldsmith.mdm.store.ConflictException;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Evaluates golden records anew that are not what they should be though none of their source records changed: orders landed, reference
 * data say something else, or they are past their valid-until. By the way of every resolution: the component is locked, clustered, evaluated and published, a page in a
 * transaction; a page that fails is halved until what fails is alone, which is tried again at the next run.
 */
final class DueEvaluation {

    private static final Logger LOG = LoggerFactory.getLogger(DueEvaluation.class);

    private static final int PAGE = 100;

    /** A run ends after as many pages of each kind, so that others have their turn; the next one goes on. */
    private static final int MAX_PAGES = 100;

    private static final String ORDERS = "orders";
    private static final String TIME = "passing of time";

    private final Store store;
    private final ResolutionLocks locks;
    private final ComponentResolution components;
    private final Set<String> causes;

    /** What golden values depend on; of anything else that was learnt it is only taken note. */
    DueEvaluation(Store store, ResolutionLocks locks, ComponentResolution components, ResolutionRules rules) {
        this.store = store;
        this.locks = locks;
        this.components = components;
        this.causes = new TreeSet<>();
        rules.lifecycle().ifPresent(lifecycle -> causes.add(ORDERS));
        rules.verification().ifPresent(plan -> causes.add(ReferenceVerification.CAUSE));
    }

    /** Evaluates what is due; while results of rules before stand, nothing: the batch that replaces them evaluates everything. */
    void run(ResolutionTally tally) {
        if (!store.inTransaction(locks::enter).isSettled()) {
            return;
        }
        try {
            learnt(tally);
            expired(tally);
        } catch (ConflictException e) {
            LOG.debug("the rest is evaluated at the next run: {}", e.getMessage());
        }
    }

    private void learnt(ResolutionTally tally) {
        long last = 0;
        for (int number = 0; number < MAX_PAGES; number++) {
            long after = last;
            List<DueRecords.Due> page = store.inTransaction(transaction -> DueRecords.page(transaction, after, PAGE));
            if (page.isEmpty()) {
                return;
            }
            last = page.get(page.size() - 1).id();
            inHalves(
                    page.stream().filter(due -> !due.isAwaited()).toList(),
                    (transaction, part, tallied) -> {
                        for (String cause : causes) {
                            List<Long> recordIds = part.stream()
                                    .filter(due -> due.cause().equals(cause))
                                    .flatMap(due -> due.recordId().stream())
                                    .toList();
                            evaluate(transaction, recordIds, cause, tallied);
                        }
                        DueRecords.done(transaction, part);
                    },
                    tally);
        }
    }

    private void expired(ResolutionTally tally) {
        Optional<ExpiredRecords.Expired> last = Optional.empty();
        for (int number = 0; number < MAX_PAGES; number++) {
            Optional<ExpiredRecords.Expired> after = last;
            List<ExpiredRecords.Expired> page =
                    store.inTransaction(transaction -> ExpiredRecords.page(transaction, components.now(), after, PAGE));
            if (page.isEmpty()) {
                return;
            }
            last = Optional.of(page.get(page.size() - 1));
            inHalves(
                    page,
                    (transaction, part, tallied) -> evaluate(
                            transaction,
                            part.stream().map(ExpiredRecords.Expired::recordId).toList(),
                            TIME,
                            tallied),
                    tally);
        }
    }

    private void evaluate(Transaction transaction, Collection<Long> recordIds, String cause, ResolutionTally tally)
            throws SQLException {
        if (!recordIds.isEmpty()) {
            components.resolve(transaction, recordIds, cause, tally);
        }
    }

    /** What is done with a part of a page, in a transaction. */
    private interface Part<T> {

        void evaluate(Transaction transaction, List<T> part, ResolutionTally tally) throws SQLException;
    }

    private <T> void inHalves(List<T> page, Part<T> work, ResolutionTally tally) {
        if (page.isEmpty()) {
            return;
        }
        try {
            tally.add(store.inTransaction(transaction -> {
                ResolutionTally tallied = new ResolutionTally();
                if (locks.enter(transaction).isSettled()) {
                    work.evaluate(transaction, page, tallied);
                }
                return tallied;
            }));
        } catch (RuntimeException e) {
            if (!Blame.isOnRecord(e)) {
                throw e;
            }
            if (page.size() == 1) {
                LOG.warn(
                        "a golden record could not be evaluated anew, and is tried again: {}",
                        ResolutionException.placeOf(e));
                return;
            }
            inHalves(page.subList(0, page.size() / 2), work, tally);
            inHalves(page.subList(page.size() / 2, page.size()), work, tally);
        }
    }
}
