package io.goldsmith.mdm.stewardship;

import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The rows of the log of decisions: adds one unless it contradicts what stands, takes one back, lets one stand again. Every method works
 * in the caller's transaction, which has the turn.
 */
final class DecisionLog {

    private final Store store;

    DecisionLog(Store store) {
        this.store = store;
    }

    /** The id of a decision that is about to be made. */
    long nextId() {
        return store.ids("entry_id").next();
    }

    /**
     * Adds a decision.
     *
     * @throws ContradictionException if what stands says otherwise
     */
    void add(Transaction transaction, StandingDecisions.Standing made, String steward, String comment)
            throws SQLException {
        Contradictions.refuse(transaction, List.of(made));
        transaction
                .session()
                .persist(new StoredDecision(
                        made.id(), made.kind(), made.left().get(0), made.right().get(0), steward, now(), comment));
        transaction.session().flush();
        if (made.kind().hasSides()) {
            try (BulkWriter sides =
                    transaction.bulk("insert into decision_record (decision_id, record_id, side) values (?, ?, ?)")) {
                for (Long record : made.left()) {
                    sides.row(made.id(), record, 1);
                }
                for (Long record : made.right()) {
                    sides.row(made.id(), record, 2);
                }
            }
        }
    }

    /** Takes back what stewards linked across the two sides of an unmerge. */
    void takeBackAcross(
            Transaction transaction, long unmerge, Collection<Long> staying, Collection<Long> leaving, String steward)
            throws SQLException {
        for (StandingDecisions.Standing earlier : StandingDecisions.about(transaction, leaving)) {
            boolean across = earlier.kind().links()
                    && earlier.records().stream().anyMatch(staying::contains)
                    && earlier.records().stream().anyMatch(leaving::contains);
            if (across) {
                transaction.session().find(StoredDecision.class, earlier.id()).takeBack(unmerge, steward, now());
            }
        }
        transaction.session().flush();
    }

    /**
     * Takes a decision back, and lets what it took back stand again.
     *
     * @return the records that are concerned
     * @throws StaleDecisionException if there is no such decision, or it has been taken back already
     * @throws ContradictionException if what would stand again contradicts decisions made meanwhile
     */
    SortedSet<Long> undo(Transaction transaction, long decisionId, String steward) throws SQLException {
        StoredDecision decision = transaction.session().find(StoredDecision.class, decisionId);
        if (decision == null || decision.isUndone()) {
            throw new StaleDecisionException(
                    "There is no decision " + decisionId + " to take back, or it has been taken back already");
        }
        decision.undo(steward, now());
        SortedSet<Long> concerned = new TreeSet<>(List.of(decision.leftRecord(), decision.rightRecord()));
        StandingDecisions.sides(transaction, List.of(decisionId)).values().forEach(sides -> {
            concerned.addAll(sides.get(0));
            concerned.addAll(sides.get(1));
        });
        concerned.addAll(reinstate(transaction, decisionId));
        return concerned;
    }

    private static List<Long> reinstate(Transaction transaction, long unmerge) throws SQLException {
        List<StoredDecision> takenBack = transaction
                .session()
                .createQuery("from StoredDecision where takenBackBy = :unmerge", StoredDecision.class)
                .setParameter("unmerge", unmerge)
                .getResultList();
        List<Long> records = new ArrayList<>();
        List<StandingDecisions.Standing> again = new ArrayList<>();
        for (StoredDecision decision : takenBack) {
            decision.reinstate();
            again.add(decision.asStanding());
            records.addAll(List.of(decision.leftRecord(), decision.rightRecord()));
        }
        transaction.session().flush();
        Contradictions.refuse(transaction, again);
        return records;
    }

    private Instant now() {
        return store.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
