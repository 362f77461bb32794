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
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** How the data stewards answer the tasks of the work queue. Thread-safe. */
public final class Stewardship {

    private static final int MAX_BULK = 1_000;

    private final Store store;
    private final Supplier<Matching> matching;
    private final Reclustering reclustering;
    private final Decisions decisions;
    private final Tasks tasks;
    private final StewardshipSettings settings;

    public Stewardship(
            Store store,
            Supplier<Matching> matching,
            Reclustering reclustering,
            Decisions decisions,
            Tasks tasks,
            StewardshipSettings settings) {
        this.store = store;
        this.matching = matching;
        this.reclustering = reclustering;
        this.decisions = decisions;
        this.tasks = tasks;
        this.settings = settings;
    }

    /** A page of the queue: see {@link Tasks#queue}. */
    public List<Task> queue(TaskState state, Optional<TaskKind> kind, int page, int size) {
        return tasks.queue(state, kind, page, size);
    }

    /** How many tasks are in a state, of every kind. */
    public long count(TaskState state) {
        return tasks.count(state);
    }

    public Optional<Task> task(long id) {
        return tasks.find(id);
    }

    /** The tasks about a golden record that wait for an answer, at most 200. */
    public List<Task> tasksOf(GoldenId id) {
        return tasks.of(id);
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
     * Accepts a task: the two golden records of a possible duplicate, or a cluster conflict, are merged, by a MANUAL decision about its pair; the pair of a
     * sample is noted to match, and nothing changes.
     *
     * <p>A task of a kind that needs four eyes is only PROPOSED by the first steward. It takes effect when another gives the same answer;
     * another answer opens it again.
     *
     * @param revision the revision that the steward saw
     * @param comment why, at most 2,000 characters; may be empty
     * @throws StaleDecisionException if the task has changed since
     * @throws ContradictionException if earlier decisions forbid it
     * @throws InapplicableDecisionException if a second steward must answer, but this is the first one again
     */
    public Task accept(long taskId, int revision, String steward, String comment) {
        return answer(taskId, revision, steward, comment, TaskState.ACCEPTED);
    }

    /**
     * Rejects a task: the records of a possible duplicate are not the same customer and the pair is never proposed again; the pair of a
     * sample is noted not to match, and nothing changes. Otherwise like {@link #accept}.
     */
    public Task reject(long taskId, int revision, String steward, String comment) {
        return answer(taskId, revision, steward, comment, TaskState.REJECTED);
    }

    /**
     * Says of the pair of a sample that nobody can tell whether it matches. Otherwise like {@link #accept}.
     *
     * @throws InapplicableDecisionException also if the task is of another kind: it waits for who can tell
     */
    public Task cannotTell(long taskId, int revision, String steward, String comment) {
        return answer(taskId, revision, steward, comment, TaskState.UNDECIDED);
    }

    /**
     * Answers several tasks, each in a transaction of its own.
     *
     * @param answers at most 1,000
     * @return what came of each, in their order: a task that was refused hinders no other
     */
    public List<TaskOutcome> answerAll(List<TaskAnswer> answers, String steward, String comment) {
        if (answers.size() > MAX_BULK) {
            throw new IllegalArgumentException(
                    "At most " + MAX_BULK + " tasks are answered at once, but there are " + answers.size());
        }
        List<TaskOutcome> outcomes = new ArrayList<>(answers.size());
        for (TaskAnswer answer : answers) {
            try {
                Task task = answer(
                        answer.taskId(),
                        answer.revision(),
                        steward,
                        comment,
                        answer.accepts() ? TaskState.ACCEPTED : TaskState.REJECTED);
                outcomes.add(new TaskOutcome(answer.taskId(), Optional.of(task), Optional.empty()));
            } catch (MdmException e) {
                outcomes.add(new TaskOutcome(answer.taskId(), Optional.empty(), Optional.of(e.getMessage())));
            }
        }
        return outcomes;
    }

    private Task answer(long taskId, int revision, String steward, String comment, TaskState how) {
        Decisions.requireBounded(comment);
        store.inTransaction(transaction -> {
            reclustering.takeTurn();
            StoredTask task = Tasks.waiting(transaction, taskId, revision);
            if (how == TaskState.UNDECIDED && task.kind() != TaskKind.SAMPLE_REVIEW) {
                throw new InapplicableDecisionException("Task " + taskId + " is a " + task.kind()
                        + ", which waits for who can tell; only a SAMPLE_REVIEW is closed undecided");
            }
            if (task.kind() == TaskKind.PRIVACY_REQUEST) {
                throw new InapplicableDecisionException("Task " + taskId
                        + " is about a person's request: it is closed by who answers the request, not by itself");
            }
            tasks.keep(transaction, taskId, steward, comment);
            if (settings.fourEyes().contains(task.kind()) && !confirms(task, taskId, steward, how)) {
                return null;
            }
            task.close(how, steward, store.clock().instant().truncatedTo(ChronoUnit.MICROS));
            transaction.session().flush();
            takeEffect(transaction, task, taskId, steward, comment);
            return null;
        });
        return tasks.find(taskId).orElseThrow();
    }

    /** Whether an answer agrees with that of another steward; otherwise it is noted as the first, or opens the task again. */
    private static boolean confirms(StoredTask task, long taskId, String steward, TaskState how) {
        Optional<Task.Proposal> proposal = task.proposal();
        if (proposal.isEmpty()) {
            task.propose(how, steward);
            return false;
        }
        if (proposal.get().by().equals(steward)) {
            throw new InapplicableDecisionException("Task " + taskId
                    + " needs four eyes: a steward other than the one who proposed the answer must confirm it");
        }
        if (proposal.get().answer() != how) {
            task.reopen();
            return false;
        }
        return true;
    }

    private void takeEffect(Transaction transaction, StoredTask task, long taskId, String steward, String comment)
            throws SQLException {
        if (task.kind().asksToMerge()) {
            decisions.make(
                    transaction,
                    task.state() == TaskState.ACCEPTED ? Decision.Kind.MERGE : Decision.Kind.NOT_DUPLICATE,
                    List.of(task.leftRecord()),
                    List.of(task.rightRecord()),
                    steward,
                    comment);
        } else if (task.kind() == TaskKind.SAMPLE_REVIEW) {
            SampledPairs.answer(
                    transaction,
                    taskId,
                    SampledPairs.Answer.of(task.state()),
                    steward,
                    store.clock().instant().truncatedTo(ChronoUnit.MICROS));
        }
    }

    /** The decisions about a golden record's source records, newest first, at most 200. */
    public List<Decision> decisionsOf(GoldenId id) {
        return decisions.of(id);
    }

    /** Takes a decision back: see {@link Decisions#undo}. */
    public void undo(long decisionId, String steward) {
        decisions.undo(decisionId, steward);
    }
}
