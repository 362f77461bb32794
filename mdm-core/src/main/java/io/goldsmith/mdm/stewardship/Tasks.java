package io.goldsmith.mdm.stewardship;

import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import jakarta.persistence.LockModeType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The work queue: which tasks there are, who has taken them, and what was said about them. Thread-safe. */
public final class Tasks {

    static final int MAX_PAGE = 200;

    private final Store store;
    private final TaskReading reading;
    private final TaskComments comments;

    public Tasks(Store store, StewardshipSettings settings) {
        this.store = store;
        this.reading = new TaskReading(settings);
        this.comments = new TaskComments(store);
    }

    /**
     * A page of the queue, by priority, then age.
     *
     * @param page from 0
     * @param size at most 200
     */
    public List<Task> queue(TaskState state, Optional<TaskKind> kind, int page, int size) {
        requirePage(page, size);
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
                return reading.readAll(query);
            }
        });
    }

    /** A page of what a steward has taken and not answered, by priority, then age. */
    public List<Task> takenBy(String steward, int page, int size) {
        requirePage(page, size);
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement(TaskReading.COLUMNS
                            + "where t.assigned_to = ? and t.state in ('OPEN', 'PROPOSED')"
                            + " order by t.priority desc, t.id offset ? rows fetch first ? rows only")) {
                query.setString(1, steward);
                query.setLong(2, (long) page * size);
                query.setInt(3, size);
                return reading.readAll(query);
            }
        });
    }

    static void requirePage(int page, int size) {
        if (page < 0 || size < 1 || size > MAX_PAGE) {
            throw new IllegalArgumentException("A page is numbered from 0 and has 1 to " + MAX_PAGE
                    + " tasks, but page " + page + " of " + size + " was asked for");
        }
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

    public Optional<Task> find(long id) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query =
                    transaction.connection().prepareStatement(TaskReading.COLUMNS + "where t.id = ?")) {
                query.setLong(1, id);
                return reading.readAll(query).stream().findFirst();
            }
        });
    }

    /** The tasks about a golden record that wait for an answer, at most 200. */
    public List<Task> of(GoldenId id) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement(TaskReading.COLUMNS
                            + "where t.state in ('OPEN', 'PROPOSED') and (t.golden_id = ? or t.other_golden_id = ?)"
                            + " order by t.priority desc, t.id fetch first 200 rows only")) {
                query.setLong(1, id.value());
                query.setLong(2, id.value());
                return reading.readAll(query);
            }
        });
    }

    /**
     * A steward takes a task, so that no other works on it.
     *
     * @param revision the revision that the steward saw
     * @throws StaleDecisionException if the task has changed since
     * @throws InapplicableDecisionException if another steward has it
     */
    public Task take(long taskId, int revision, String steward) {
        return store.inTransaction(transaction -> {
            StoredTask task = waiting(transaction, taskId, revision);
            task.assignedTo().filter(other -> !other.equals(steward)).ifPresent(other -> {
                throw new InapplicableDecisionException("Task " + taskId + " is taken by " + other
                        + ", who must give it back before " + steward + " can take it");
            });
            task.assign(Optional.of(steward));
            transaction.session().flush();
            return find(taskId).orElseThrow();
        });
    }

    /**
     * A task is given back to the queue, by who has it or by someone in charge.
     *
     * @throws StaleDecisionException if the task has changed since
     */
    public Task giveBack(long taskId, int revision) {
        return store.inTransaction(transaction -> {
            waiting(transaction, taskId, revision).assign(Optional.empty());
            transaction.session().flush();
            return find(taskId).orElseThrow();
        });
    }

    /**
     * Adds a comment to a task, whatever its state.
     *
     * @param text 1 to 2,000 characters
     * @throws StaleDecisionException if there is no such task
     */
    public void comment(long taskId, String author, String text) {
        Decisions.requireBounded(text);
        if (text.isBlank()) {
            throw new IllegalArgumentException("A comment says something, but this one is empty");
        }
        store.inTransaction(transaction -> {
            if (transaction.session().find(StoredTask.class, taskId) == null) {
                throw new StaleDecisionException("There is no task " + taskId);
            }
            comments.add(transaction, taskId, author, text);
            return null;
        });
    }

    /** The newest 200 comments of a task, in the order in which they were written. */
    public List<TaskComment> comments(long taskId) {
        return store.inTransaction(transaction -> comments.of(transaction, taskId));
    }

    /** Keeps what was said with an answer, if anything was, in the transaction of the answer. */
    void keep(Transaction transaction, long taskId, String steward, String comment) throws SQLException {
        if (!comment.isBlank()) {
            comments.add(transaction, taskId, steward, comment);
        }
    }

    /**
     * A task that waits for an answer, in the revision that a steward saw; locked, so that it stays so until the transaction ends.
     *
     * @throws StaleDecisionException if there is none, or it has changed since
     */
    static StoredTask waiting(Transaction transaction, long taskId, int revision) {
        StoredTask task = transaction.session().find(StoredTask.class, taskId, LockModeType.PESSIMISTIC_WRITE);
        if (task == null) {
            throw new StaleDecisionException("There is no task " + taskId);
        }
        if (!task.isWaiting() || task.revision() != revision) {
            throw new StaleDecisionException("Task " + taskId + " has changed: it is " + task.state() + " in revision "
                    + task.revision() + ", but the decision was about revision " + revision
                    + "; look at it again before deciding");
        }
        return task;
    }
}
