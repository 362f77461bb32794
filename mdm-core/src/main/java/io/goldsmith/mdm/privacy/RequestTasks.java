package io.goldsmith.mdm.privacy;

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

    private final Store store;

    RequestTasks(Store store) {
        this.store = store;
    }

    void open(Transaction transaction, PrivacyRequest request, Instant now) throws SQLException {
        try (PreparedStatement insert = transaction
                .connection()
                .prepareStatement(
                        "insert into stewardship_task (id, kind, subject, golden_id, priority, state, details,"
                                + " created_at, revision) values (?, 'PRIVACY_REQUEST', ?, ?, ?, 'OPEN', ?, ?, 1)")) {
            insert.setLong(1, store.ids("entry_id").next());
            insert.setString(2, subject(request));
            insert.setLong(3, request.goldenId().value());
            insert.setInt(4, PRIORITY);
            insert.setString(5, request.kind() + ", due " + request.dueAt());
            insert.setObject(6, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    void close(Transaction transaction, PrivacyRequest request, String by, Instant now) throws SQLException {
        try (PreparedStatement update = transaction
                .connection()
                .prepareStatement(
                        "update stewardship_task set state = ?, closed_at = ?, closed_by = ?,"
                                + " revision = revision + 1 where kind = 'PRIVACY_REQUEST' and subject = ? and state = 'OPEN'")) {
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
