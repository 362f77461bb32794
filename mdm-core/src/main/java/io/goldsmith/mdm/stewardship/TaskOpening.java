package io.goldsmith.mdm.stewardship;

import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How other rooms ask a person: they open a task about a golden record, and close it when it asks nothing any more. Thread-safe. */
public final class TaskOpening {

    private static final int MAX_SUBJECT = 128;

    private final Store store;

    public TaskOpening(Store store) {
        this.store = store;
    }

    /**
     * Opens a task in the caller's transaction, unless one of this kind and subject waits already, whose details are renewed.
     *
     * @param kind a kind without a pair of records
     * @param subject what it is about, at most 128 characters, the same each time
     * @param priority higher first; a possible duplicate has 0 to 300
     * @param details what a person should know; no personal values
     */
    public void open(
            Transaction transaction, TaskKind kind, String subject, GoldenId goldenId, int priority, String details)
            throws SQLException {
        if (subject.length() > MAX_SUBJECT) {
            throw new IllegalArgumentException("A task's subject has at most " + MAX_SUBJECT
                    + " characters, but this one has " + subject.length());
        }
        Instant now = store.clock().instant().truncatedTo(ChronoUnit.MICROS);
        BulkWriter update = transaction.bulk("update stewardship_task set details = ?, golden_id = ?, priority = ?"
                + " + case when escalated_at is not null and state in ('OPEN', 'PROPOSED') then " + Priority.ESCALATION
                + " else 0 end, opened_at = case when state in ('OPEN', 'PROPOSED') then opened_at"
                + " else cast(? as timestamp(6) with time zone) end, escalated_at = case when state in"
                + " ('OPEN', 'PROPOSED') then escalated_at else null end, state = 'OPEN', closed_at = null,"
                + " closed_by = null, proposed_by = null, proposed_state = null, revision = revision + 1"
                + " where kind = ? and subject = ?");
        try (update) {
            update.row(details, goldenId.value(), priority, now, kind.name(), subject);
        }
        if (update.changed() == 0) {
            try (BulkWriter insert = transaction.bulk("insert into stewardship_task (id, kind, subject, golden_id,"
                    + " priority, state, details, created_at, opened_at, revision)"
                    + " values (?, ?, ?, ?, ?, 'OPEN', ?, ?, ?, 1)")) {
                insert.row(
                        store.ids("entry_id").next(),
                        kind.name(),
                        subject,
                        goldenId.value(),
                        priority,
                        details,
                        now,
                        now);
            }
        }
    }

    /** Where the task of this kind and subject stands; empty if there never was one. */
    public Optional<TaskState> stateOf(Transaction transaction, TaskKind kind, String subject) throws SQLException {
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement("select state from stewardship_task where kind = ? and subject = ?")) {
            query.setString(1, kind.name());
            query.setString(2, subject);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(TaskState.valueOf(row.getString(1))) : Optional.empty();
            }
        }
    }

    /** Closes the task of this kind and subject as obsolete, if it waits. */
    public void close(Transaction transaction, TaskKind kind, String subject) throws SQLException {
        try (BulkWriter close = transaction.bulk("update stewardship_task set state = 'OBSOLETE', closed_at = ?,"
                + " proposed_by = null, proposed_state = null, revision = revision + 1"
                + " where kind = ? and subject = ? and state in ('OPEN', 'PROPOSED')")) {
            close.row(store.clock().instant().truncatedTo(ChronoUnit.MICROS), kind.name(), subject);
        }
    }
}
