package io.goldsmith.mdm.privacy;

import io.goldsmith.mdm.stewardship.TaskKind;
import io.goldsmith.mdm.stewardship.TaskOpening;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** The task that each request is in the work queue, from when it is received until it is answered. */
final class RequestTasks {

    /** Before possible duplicates: the law sets the clock. */
    private static final int PRIORITY = 1_000;

    private final TaskOpening tasks;

    RequestTasks(Store store) {
        this.tasks = new TaskOpening(store);
    }

    void open(Transaction transaction, PrivacyRequest request) throws SQLException {
        tasks.open(
                transaction,
                TaskKind.PRIVACY_REQUEST,
                subject(request),
                request.goldenId(),
                PRIORITY,
                request.kind() + ", due " + request.dueAt());
    }

    void close(Transaction transaction, PrivacyRequest request, String by, Instant now) throws SQLException {
        try (PreparedStatement update = transaction
                .connection()
                .prepareStatement(
                        "update stewardship_task set state = ?, closed_at = ?, closed_by = ?,"
                                + " revision = revision + 1 where kind = 'PRIVACY_REQUEST' and subject = ? and state in ('OPEN', 'PROPOSED')")) {
            update.setString(1, request.state() == RequestState.DONE ? "ACCEPTED" : "REJECTED");
            update.setObject(2, now.atOffset(ZoneOffset.UTC));
            update.setString(3, by);
            update.setString(4, subject(request));
            update.executeUpdate();
        }
    }

    void extend(Transaction transaction, PrivacyRequest request) throws SQLException {
        try (PreparedStatement update = transaction
                .connection()
                .prepareStatement("update stewardship_task set details = ?, revision = revision + 1"
                        + " where kind = 'PRIVACY_REQUEST' and subject = ?")) {
            update.setString(1, request.kind() + ", extended, due " + request.dueAt());
            update.setString(2, subject(request));
            update.executeUpdate();
        }
    }

    private static String subject(PrivacyRequest request) {
        return "request " + request.id();
    }
}
