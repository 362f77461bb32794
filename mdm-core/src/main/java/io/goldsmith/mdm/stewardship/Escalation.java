package io.goldsmith.mdm.stewardship;

import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the tasks that are overdue, and raises each once. Thread-safe. */
public final class Escalation {

    // State by state: with "in", H2 would read every task of the kind.
    private static final List<TaskState> WAITING = List.of(TaskState.OPEN, TaskState.PROPOSED);

    private static final String OVERDUE = TaskReading.COLUMNS
            + "where t.kind = ? and t.state = ? and t.opened_at < ?"
            + " order by t.opened_at, t.id fetch first ? rows only";

    private static final String NOT_RAISED = TaskReading.COLUMNS
            + "where t.kind = ? and t.state = ? and t.opened_at < ? and t.escalated_at is null"
            + " order by t.opened_at, t.id fetch first ? rows only";

    private final Store store;
    private final StewardshipSettings settings;
    private final TaskReading reading;

    public Escalation(Store store, StewardshipSettings settings) {
        this.store = store;
        this.settings = settings;
        this.reading = new TaskReading(settings);
    }

    /**
     * The tasks that should have been answered by now, the longest overdue first.
     *
     * @param most 1 to 200
     */
    public List<Task> overdue(int most) {
        Tasks.requirePage(0, most);
        return store.inTransaction(transaction -> overdue(transaction, OVERDUE, most));
    }

    private List<Task> overdue(Transaction transaction, String sql, int most) throws SQLException {
        List<Task> overdue = new ArrayList<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(sql)) {
            for (Map.Entry<TaskKind, Integer> kind : new TreeMap<>(settings.dueDays()).entrySet()) {
                Instant openedBefore = now().minus(Duration.ofDays(kind.getValue()));
                for (TaskState state : WAITING) {
                    query.setString(1, kind.getKey().name());
                    query.setString(2, state.name());
                    query.setObject(3, openedBefore.atOffset(ZoneOffset.UTC));
                    query.setInt(4, most);
                    overdue.addAll(reading.readAll(query));
                }
            }
        }
        overdue.sort(
                Comparator.comparing((Task task) -> task.dueAt().orElseThrow()).thenComparing(Task::id));
        return List.copyOf(overdue.subList(0, Math.min(most, overdue.size())));
    }

    /**
     * Raises the priority of every overdue task, once, so that it is before all others, and gives it to the escalation role.
     *
     * @return how many were raised
     */
    public long escalate() {
        long raised = 0;
        List<Task> next;
        do {
            next = store.inTransaction(this::raise);
            raised += next.size();
        } while (!next.isEmpty());
        return raised;
    }

    private List<Task> raise(Transaction transaction) throws SQLException {
        List<Task> tasks = overdue(transaction, NOT_RAISED, Tasks.MAX_PAGE);
        try (BulkWriter raise = transaction.bulk("update stewardship_task set escalated_at = ?,"
                + " priority = priority + ?, revision = revision + 1 where id = ? and escalated_at is null")) {
            for (Task task : tasks) {
                raise.row(now(), Priority.ESCALATION, task.id());
            }
        }
        return tasks;
    }

    private Instant now() {
        return store.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
