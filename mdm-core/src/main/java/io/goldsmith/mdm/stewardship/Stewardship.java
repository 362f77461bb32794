package io.goldsmith.mdm.stewardship;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.matching.score.PairExplanation;
import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.store.Documents;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The work queue of the data stewards, and what they decide. Thread-safe. */
public final class Stewardship {

    private static final int MAX_PAGE = 200;
    private static final int MAX_COMMENT = 2_000;

    private final Store store;
    private final Supplier<Matching> matching;
    private final Reclustering reclustering;

    /**
     * @param matching the matching under the rules in force, asked each time
     */
    public Stewardship(Store store, Supplier<Matching> matching, Reclustering reclustering) {
        this.store = store;
        this.matching = matching;
        this.reclustering = reclustering;
    }

    /**
     * A page of the queue, by priority, then age.
     *
     * @param page from 0
     * @param size at most 200
     */
    public List<Task> queue(TaskState state, Optional<TaskKind> kind, int page, int size) {
        if (page < 0 || size < 1 || size > MAX_PAGE) {
            throw new IllegalArgumentException("A page is numbered from 0 and has 1 to " + MAX_PAGE
                    + " tasks, but page " + page + " of " + size + " was asked for");
        }
        String ofKind = kind.isPresent() ? " and t.kind = ?" : "";
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement(TaskReading.COLUMNS + "where t.state = ?" + ofKind
                            + " order by t.priority desc, t.id offset ? rows fetch first ? rows only")) {
                int position = 1;
                query.setString(position++, state.name());
                if (kind.isPresent()) {
                    query.setString(position++, kind.get().name());
                }
                query.setLong(position++, (long) page * size);
                query.setInt(position, size);
                return TaskReading.readAll(query);
            }
        });
    }

    /** How many tasks are in a state, of every kind. */
    public long count(TaskState state) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement("select count(*) from stewardship_task where state = ?")) {
                query.setString(1, state.name());
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    public Optional<Task> task(long id) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query =
                    transaction.connection().prepareStatement(TaskReading.COLUMNS + "where t.id = ?")) {
                query.setLong(1, id);
                return TaskReading.readAll(query).stream().findFirst();
            }
        });
    }

    /** The open tasks about a golden record, at most 200. */
    public List<Task> tasksOf(GoldenId id) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement(TaskReading.COLUMNS
                            + "where t.state = 'OPEN' and (t.golden_id = ? or t.other_golden_id = ?)"
                            + " order by t.priority desc, t.id fetch first 200 rows only")) {
                query.setLong(1, id.value());
                query.setLong(2, id.value());
                return TaskReading.readAll(query);
            }
        });
    }

    /**
     * Why the pair of a possible duplicate has its score, by the records as they were standardised last.
     *
     * @throws MdmException if one of them is not known or not live
     */
    public PairExplanation explain(RecordId left, RecordId right) {
        return matching.get().explain(standard(left), standard(right));
    }

    private AttributeValues standard(RecordId id) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement("select s.standard from source_record r join standard_record s"
                            + " on s.record_id = r.id where r.source_system = ? and r.source_key = ?")) {
                query.setString(1, id.source());
                query.setString(2, id.key());
                try (ResultSet row = query.executeQuery()) {
                    if (!row.next()) {
                        throw new MdmException("There is no resolved record " + id
                                + " to explain a score by; it was deleted or is in quarantine");
                    }
                    return Documents.values(row.getString(1));
                }
            }
        });
    }

    /**
     * Accepts a task: the two golden records of a possible duplicate are merged, by a MANUAL decision about its pair.
     *
     * @param revision the revision that the steward saw
     * @param comment why, at most 2,000 characters; may be empty
     * @throws StaleDecisionException if the task has changed since
     * @throws ContradictionException if earlier decisions forbid it
     */
    public Task accept(long taskId, int revision, String steward, String comment) {
        return decide(taskId, revision, steward, comment, TaskState.ACCEPTED);
    }

    /**
     * Rejects a task: the records of a possible duplicate are not the same customer and the pair is never proposed again.
     *
     * @param revision the revision that the steward saw
     * @throws StaleDecisionException if the task has changed since
     * @throws ContradictionException if earlier decisions forbid it
     */
    public Task reject(long taskId, int revision, String steward, String comment) {
        return decide(taskId, revision, steward, comment, TaskState.REJECTED);
    }

    private Task decide(long taskId, int revision, String steward, String comment, TaskState how) {
        if (comment.length() > MAX_COMMENT) {
            throw new IllegalArgumentException(
                    "A comment has at most " + MAX_COMMENT + " characters, but this one has " + comment.length());
        }
        store.inTransaction(transaction -> {
            reclustering.takeTurn();
            StoredTask task = open(transaction, taskId, revision);
            Instant now = now();
            task.close(how, steward, now);
            if (task.kind() == TaskKind.POSSIBLE_DUPLICATE) {
                boolean merge = how == TaskState.ACCEPTED;
                Decision.Kind kind = merge ? Decision.Kind.MERGE : Decision.Kind.NOT_DUPLICATE;
                long left = task.leftRecord();
                long right = task.rightRecord();
                Contradictions.refuse(transaction, kind, left, right);
                long id = store.ids("entry_id").next();
                transaction.session().persist(new StoredDecision(id, kind, left, right, steward, now, comment));
                transaction.session().flush();
                reclustering.recluster(
                        List.of(left, right), merge ? "merge by a steward" : "not-duplicate by a steward");
            }
            return null;
        });
        return task(taskId).orElseThrow();
    }

    private static StoredTask open(Transaction transaction, long taskId, int revision) {
        StoredTask task = transaction.session().find(StoredTask.class, taskId);
        if (task == null) {
            throw new StaleDecisionException("There is no task " + taskId);
        }
        if (task.state() != TaskState.OPEN || task.revision() != revision) {
            throw new StaleDecisionException("Task " + taskId + " has changed: it is " + task.state() + " in revision "
                    + task.revision() + ", but the decision was about revision " + revision
                    + "; look at it again before deciding");
        }
        return task;
    }

    /** The decisions about a golden record's source records, newest first, at most 200. */
    public List<Decision> decisionsOf(GoldenId id) {
        return store.inTransaction(transaction -> DecisionReading.of(transaction, id));
    }

    /**
     * Takes a decision back; the records are resolved anew as if it had never been made.
     *
     * @throws StaleDecisionException if there is no such decision, or it has been taken back already
     */
    public void undo(long decisionId, String steward) {
        store.inTransaction(transaction -> {
            reclustering.takeTurn();
            StoredDecision decision = transaction.session().find(StoredDecision.class, decisionId);
            if (decision == null || decision.isUndone()) {
                throw new StaleDecisionException(
                        "There is no decision " + decisionId + " to take back, or it has been taken back already");
            }
            decision.undo(steward, now());
            transaction.session().flush();
            reclustering.recluster(
                    List.of(decision.leftRecord(), decision.rightRecord()), "decision undone by a steward");
            return null;
        });
    }

    private Instant now() {
        return store.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
