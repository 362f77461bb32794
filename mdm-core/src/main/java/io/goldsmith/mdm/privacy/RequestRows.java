package io.goldsmith.mdm.privacy;

import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of requests and their recipients. */
final class RequestRows {

    private static final String COLUMNS = "select id, kind, golden_id, state, received_at, due_at, extension_reason,"
            + " verified_how, refusal_ground, revision from privacy_request ";

    private RequestRows() {}

    static void insert(Transaction transaction, PrivacyRequest request) throws SQLException {
        try (PreparedStatement insert = transaction
                .connection()
                .prepareStatement("insert into privacy_request (id, kind, golden_id, state, received_at, due_at,"
                        + " extension_reason, verified_how, refusal_ground, revision)"
                        + " values (?, ?, ?, ?, ?, ?, '', null, '', ?)")) {
            insert.setLong(1, request.id());
            insert.setString(2, request.kind().name());
            insert.setLong(3, request.goldenId().value());
            insert.setString(4, request.state().name());
            insert.setObject(5, request.receivedAt().atOffset(ZoneOffset.UTC));
            insert.setObject(6, request.dueAt().atOffset(ZoneOffset.UTC));
            insert.setInt(7, request.revision());
            insert.executeUpdate();
        }
        try (PreparedStatement insert = transaction
                .connection()
                .prepareStatement("insert into privacy_recipient (request_id, system, notified_at, notified_by)"
                        + " values (?, ?, null, null)")) {
            for (PrivacyRequest.Recipient recipient : request.recipients()) {
                insert.setLong(1, request.id());
                insert.setString(2, recipient.system());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Writes a step, if the request is still in the revision that was seen. */
    static boolean update(Transaction transaction, PrivacyRequest next, int seen) throws SQLException {
        try (PreparedStatement update = transaction
                .connection()
                .prepareStatement("update privacy_request set state = ?, due_at = ?, extension_reason = ?,"
                        + " verified_how = ?, refusal_ground = ?, revision = revision + 1"
                        + " where id = ? and revision = ?")) {
            update.setString(1, next.state().name());
            update.setObject(2, next.dueAt().atOffset(ZoneOffset.UTC));
            update.setString(3, next.extensionReason().orElse(""));
            update.setString(4, next.verifiedHow().map(Verification::name).orElse(null));
            update.setString(5, next.refusalGround().orElse(""));
            update.setLong(6, next.id());
            update.setInt(7, seen);
            return update.executeUpdate() == 1;
        }
    }

    static boolean tell(Transaction transaction, long requestId, String system, String by, Instant now)
            throws SQLException {
        try (PreparedStatement update = transaction
                .connection()
                .prepareStatement("update privacy_recipient set notified_at = ?, notified_by = ?"
                        + " where request_id = ? and system = ? and notified_at is null")) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setString(2, by);
            update.setLong(3, requestId);
            update.setString(4, system);
            return update.executeUpdate() == 1;
        }
    }

    static Optional<PrivacyRequest> find(Transaction transaction, long id) throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(COLUMNS + "where id = ?")) {
            query.setLong(1, id);
            return read(transaction, query).stream().findFirst();
        }
    }

    /** Newest first, at most 200. */
    static List<PrivacyRequest> ofGolden(Transaction transaction, long goldenId) throws SQLException {
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement(COLUMNS + "where golden_id = ? order by id desc fetch first 200 rows only")) {
            query.setLong(1, goldenId);
            return read(transaction, query);
        }
    }

    static List<PrivacyRequest> inState(Transaction transaction, RequestState state, int page, int size)
            throws SQLException {
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement(
                        COLUMNS + "where state = ? order by due_at, id offset ? rows fetch first ? rows only")) {
            query.setString(1, state.name());
            query.setLong(2, (long) page * size);
            query.setInt(3, size);
            return read(transaction, query);
        }
    }

    private static List<PrivacyRequest> read(Transaction transaction, PreparedStatement query) throws SQLException {
        List<PrivacyRequest> requests = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                long id = row.getLong(1);
                requests.add(new PrivacyRequest(
                        id,
                        RequestKind.valueOf(row.getString(2)),
                        new GoldenId(row.getLong(3)),
                        RequestState.valueOf(row.getString(4)),
                        row.getObject(5, OffsetDateTime.class).toInstant(),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        text(row.getString(7)),
                        Optional.ofNullable(row.getString(8)).map(Verification::valueOf),
                        text(row.getString(9)),
                        recipients(transaction, id),
                        row.getInt(10)));
            }
        }
        return requests;
    }

    private static List<PrivacyRequest.Recipient> recipients(Transaction transaction, long id) throws SQLException {
        List<PrivacyRequest.Recipient> recipients = new ArrayList<>();
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement("select system, notified_at from privacy_recipient where request_id = ?"
                        + " order by system")) {
            query.setLong(1, id);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    recipients.add(new PrivacyRequest.Recipient(
                            row.getString(1),
                            Optional.ofNullable(row.getObject(2, OffsetDateTime.class))
                                    .map(OffsetDateTime::toInstant)));
                }
            }
        }
        return recipients;
    }

    private static Optional<String> text(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
