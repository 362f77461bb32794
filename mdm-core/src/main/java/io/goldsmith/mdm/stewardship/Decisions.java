package io.goldsmith.mdm.stewardship;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The log of what stewards decided about source records: append-only but for being undone. Each decision, and each undoing, resolves the
 * records that it names anew in the same transaction. Thread-safe.
 *
 * <p>Every method that decides throws {@link ContradictionException}, with the chain, if earlier decisions say otherwise, and
 * {@link InapplicableDecisionException} if what it names is not there; nothing is changed then. A comment says why, in at most 2,000
 * characters; it may be empty.
 */
public final class Decisions {

    static final int MAX_COMMENT = 2_000;

    private final Store store;
    private final Reclustering reclustering;
    private final DecisionLog log;

    public Decisions(Store store, Reclustering reclustering) {
        this.store = store;
        this.reclustering = reclustering;
        this.log = new DecisionLog(store);
    }

    /** The two records are one customer. */
    public Decision merge(RecordId left, RecordId right, String steward, String comment) {
        return ofTwo(Decision.Kind.MERGE, left, right, steward, comment);
    }

    /** The two records are not one customer, and are never proposed as one again. */
    public Decision notDuplicate(RecordId left, RecordId right, String steward, String comment) {
        return ofTwo(Decision.Kind.NOT_DUPLICATE, left, right, steward, comment);
    }

    /** A record belongs to the customer of another record. */
    public Decision link(RecordId record, RecordId other, String steward, String comment) {
        return ofTwo(Decision.Kind.LINK, record, other, steward, comment);
    }

    /**
     * A record that the hub created in a target system belongs to the customer that it was created from, whatever its score. Made by
     * {@code replication to TARGET}, not by a steward, and taken back like any other.
     *
     * @param target the target's name
     */
    public Decision created(RecordId record, RecordId from, String target) {
        String cause = "created in " + target + " by replication";
        return decide(cause, (transaction, records) -> {
            StandingDecisions.Standing made = new StandingDecisions.Standing(
                    log.nextId(), Decision.Kind.LINK, List.of(records.idOf(record)), List.of(records.idOf(from)));
            log.add(transaction, made, Decision.replicationTo(target), cause);
            reclustering.recluster(made.records(), cause);
            return made.id();
        });
    }

    private Decision ofTwo(Decision.Kind kind, RecordId left, RecordId right, String steward, String comment) {
        if (left.equals(right)) {
            throw new InapplicableDecisionException(
                    "A decision " + kind + " is about two records, but both are " + left);
        }
        return decide(
                comment,
                (transaction, records) -> make(
                        transaction,
                        kind,
                        List.of(records.idOf(left)),
                        List.of(records.idOf(right)),
                        steward,
                        comment));
    }

    /** A record leaves its customer, and is kept apart from each record that is in it now. */
    public Decision unlink(RecordId record, String steward, String comment) {
        return decide(comment, (transaction, records) -> {
            long recordId = records.idOf(record);
            SortedSet<Long> others = records.customerOf(recordId);
            others.remove(recordId);
            if (others.isEmpty()) {
                throw new InapplicableDecisionException(
                        "There is nothing to unlink " + record + " from: no other record is in its customer");
            }
            return make(transaction, Decision.Kind.UNLINK, List.of(recordId), others, steward, comment);
        });
    }

    /**
     * Takes a merge of golden records back, by score or by hand: the records that took part form two sides, each is held together and
     * the two are kept apart. Links that stewards made across the sides are taken back with it; records that came later are resolved
     * anew. The merged id keeps redirecting.
     *
     * @param customer the golden record
     * @param merged the id that was merged into it
     */
    public Decision unmerge(GoldenId customer, GoldenId merged, String steward, String comment) {
        return decide(comment, (transaction, records) -> {
            DecisionRecords.Sides sides = records.sidesOf(customer, merged);
            return unmerge(transaction, sides.staying(), sides.leaving(), steward, comment);
        });
    }

    /**
     * Takes some records out of their customer, as one customer of their own: see {@link #unmerge(GoldenId, GoldenId, String, String)}.
     *
     * @param leaving at least one record, all of one customer, and not all of it
     */
    public Decision unmerge(Collection<RecordId> leaving, String steward, String comment) {
        if (leaving.isEmpty()) {
            throw new InapplicableDecisionException("An unmerge names the records that are to go, but none is named");
        }
        return decide(comment, (transaction, records) -> {
            SortedSet<Long> going = new TreeSet<>();
            for (RecordId record : leaving) {
                going.add(records.idOf(record));
            }
            SortedSet<Long> staying = records.customerOf(going.first());
            boolean ofOne = staying.containsAll(going);
            if (!ofOne || staying.size() == going.size()) {
                throw new InapplicableDecisionException(
                        "The records to go are some of the records of one customer, but "
                                + (ofOne ? "these are all of them" : "these are of several"));
            }
            staying.removeAll(going);
            return unmerge(transaction, staying, going, steward, comment);
        });
    }

    private long unmerge(
            Transaction transaction, SortedSet<Long> staying, SortedSet<Long> leaving, String steward, String comment)
            throws SQLException {
        long id = log.nextId();
        log.takeBackAcross(transaction, id, staying, leaving, steward);
        return make(transaction, id, Decision.Kind.UNMERGE, staying, leaving, steward, comment);
    }

    /** The decisions about a golden record's source records, newest first, at most 200. */
    public List<Decision> of(GoldenId id) {
        return store.inTransaction(transaction -> DecisionReading.of(transaction, id));
    }

    /**
     * Every record that a decision names, by its two sides.
     *
     * @throws StaleDecisionException if there is no such decision
     */
    public DecisionSides sides(long decisionId) {
        return store.inTransaction(transaction -> DecisionReading.sides(transaction, decisionId));
    }

    /**
     * Takes a decision back; the records are resolved anew as if it had never been made. What an unmerge took back stands again.
     *
     * @throws StaleDecisionException if there is no such decision, or it has been taken back already
     * @throws ContradictionException if what would stand again contradicts decisions made meanwhile
     */
    public void undo(long decisionId, String steward) {
        store.inTransaction(transaction -> {
            reclustering.takeTurn();
            reclustering.recluster(log.undo(transaction, decisionId, steward), "decision undone by a steward");
            return null;
        });
    }

    /** What a decision does in its transaction; returns the decision's id. */
    interface Deciding {
        long decide(Transaction transaction, DecisionRecords records) throws SQLException;
    }

    /** Decides in a transaction that has the turn. */
    Decision decide(String comment, Deciding deciding) {
        requireBounded(comment);
        return store.inTransaction(transaction -> {
            reclustering.takeTurn();
            long id = deciding.decide(transaction, new DecisionRecords(transaction));
            return DecisionReading.byId(transaction, id).orElseThrow();
        });
    }

    /** Adds a decision about who is one customer to the log, in the caller's transaction, which has the turn. */
    long make(
            Transaction transaction,
            Decision.Kind kind,
            Collection<Long> left,
            Collection<Long> right,
            String steward,
            String comment)
            throws SQLException {
        return make(transaction, log.nextId(), kind, left, right, steward, comment);
    }

    private long make(
            Transaction transaction,
            long id,
            Decision.Kind kind,
            Collection<Long> left,
            Collection<Long> right,
            String steward,
            String comment)
            throws SQLException {
        StandingDecisions.Standing made = new StandingDecisions.Standing(
                id,
                kind,
                left.stream().sorted().toList(),
                right.stream().sorted().toList());
        log.add(transaction, made, steward, comment);
        reclustering.recluster(made.records(), cause(kind));
        return id;
    }

    /** Adds a pin to the log; its values are written by who calls, who then resolves the record anew. */
    long logPin(Transaction transaction, long recordId, String steward, String comment) throws SQLException {
        long id = log.nextId();
        List<Long> anchor = List.of(recordId);
        log.add(transaction, new StandingDecisions.Standing(id, Decision.Kind.PIN, anchor, anchor), steward, comment);
        return id;
    }

    void reclusterPinned(long recordId) {
        reclustering.recluster(List.of(recordId), cause(Decision.Kind.PIN));
    }

    private static String cause(Decision.Kind kind) {
        return switch (kind) {
            case MERGE -> "merge by a steward";
            case NOT_DUPLICATE -> "not-duplicate by a steward";
            case LINK -> "link by a steward";
            case UNLINK -> "unlink by a steward";
            case UNMERGE -> "unmerge by a steward";
            case PIN -> "pin by a steward";
        };
    }

    static void requireBounded(String comment) {
        if (comment.length() > MAX_COMMENT) {
            throw new IllegalArgumentException(
                    "A comment has at most " + MAX_COMMENT + " characters, but this one has " + comment.length());
        }
    }
}
