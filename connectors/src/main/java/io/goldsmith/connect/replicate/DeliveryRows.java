package io.goldsmith.connect.replicate;

import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.store.Store;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of the delivery ledger: the only place that knows their table. */
final class DeliveryRows {

    static final int LONGEST_REASON = 512;

    private static final String COLUMNS = "id, target, golden_id, golden_version, record_key, record_version,"
            + " content_hash, state, attempts, replays, next_attempt, carrier, reason, created_at, changed_at";

    private final Store store;

    DeliveryRows(Store store) {
        this.store = store;
    }

    Store store() {
        return store;
    }

    /** Adds a delivery that is to be sent at once. */
    void add(String target, GoldenId golden, int version, String key, int recordVersion, String contentHash) {
        Instant now = store.clock().instant();
        long id = store.ids("delivery_id").next();
        update(
                "insert into delivery (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, 'PENDING', 0, 0, ?, '', '', ?, ?)",
                id,
                target,
                golden.value(),
                version,
                key,
                recordVersion,
                contentHash,
                now,
                now,
                now);
    }

    /** Deliveries whose time has come, oldest first. */
    List<DeliveryRow> due(String target, int limit) {
        return find(
                "where target = ? and state in ('PENDING', 'SENT') and next_attempt <= ? order by id fetch first ? rows only",
                target,
                store.clock().instant(),
                limit);
    }

    /** The newest delivery for a record of the target. */
    Optional<DeliveryRow> newest(String target, String key) {
        return find("where target = ? and record_key = ? order by id desc fetch first 1 rows only", target, key)
                .stream()
                .findFirst();
    }

    Optional<DeliveryRow> byId(long id) {
        return find("where id = ?", id).stream().findFirst();
    }

    /** What follows {@code where} is a constant of the caller; values go by parameters. */
    List<DeliveryRow> find(String where, Object... parameters) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query =
                    transaction.connection().prepareStatement("select " + COLUMNS + " from delivery " + where)) {
                set(query, parameters);
                List<DeliveryRow> found = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        found.add(read(row));
                    }
                }
                return found;
            }
        });
    }

    /** Newer state takes the place of everything for the record that is not acknowledged. */
    void supersede(String target, String key, boolean sentToo) {
        update(
                "update delivery set state = 'SUPERSEDED', next_attempt = null, changed_at = ? where target = ?"
                        + " and record_key = ? and state in ('PENDING', 'REFUSED', 'DEAD'"
                        + (sentToo ? ", 'SENT')" : ")"),
                store.clock().instant(),
                target,
                key);
    }

    /** Notes an attempt, before it is made: whoever is killed now finds it again when the answer is overdue. */
    void sending(DeliveryRow row, Instant overdue, String carrier) {
        update(
                "update delivery set state = 'SENT', attempts = ?, next_attempt = ?, carrier = ?, changed_at = ? where id = ?",
                row.attempts() + 1,
                overdue,
                carrier,
                store.clock().instant(),
                row.id());
    }

    /** It is tried again later, or waited for longer. */
    void again(DeliveryRow row, DeliveryState state, int attempts, Instant next, String reason) {
        update(
                "update delivery set state = ?, attempts = ?, next_attempt = ?, reason = ?, changed_at = ? where id = ?",
                state.name(),
                attempts,
                next,
                cut(reason),
                store.clock().instant(),
                row.id());
    }

    /** It ends in a state, unless newer state took its place. */
    void end(long id, DeliveryState state, String reason) {
        update(
                "update delivery set state = ?, next_attempt = null, reason = ?, changed_at = ? where id = ?"
                        + " and state <> 'SUPERSEDED' and state <> 'ACKNOWLEDGED'",
                state.name(),
                cut(reason),
                store.clock().instant(),
                id);
    }

    /** A dead letter is sent again, under a new message number: the target answers a repeated one without doing anything. */
    int replay(String which, Object... parameters) {
        Instant now = store.clock().instant();
        List<Object> all = new ArrayList<>(List.of(now, now));
        all.addAll(List.of(parameters));
        return update(
                "update delivery set state = 'PENDING', attempts = 0, replays = replays + 1, carrier = '', next_attempt = ?,"
                        + " changed_at = ? where state in ('REFUSED', 'DEAD') and " + which,
                all.toArray());
    }

    private int update(String sql, Object... parameters) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement statement = transaction.connection().prepareStatement(sql)) {
                set(statement, parameters);
                return statement.executeUpdate();
            }
        });
    }

    private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : parameters[i];
            statement.setObject(i + 1, value);
        }
    }

    private static DeliveryRow read(ResultSet row) throws SQLException {
        String target = row.getString("target");
        GoldenId golden = new GoldenId(row.getLong("golden_id"));
        int version = row.getInt("golden_version");
        long id = row.getLong("id");
        Delivered delivered = new Delivered(
                id,
                target,
                golden,
                version,
                row.getString("record_key"),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                instant(row, "next_attempt"),
                row.getString("reason"),
                MessageId.of(target, golden, version, id, row.getInt("replays")),
                instant(row, "created_at").orElseThrow(),
                instant(row, "changed_at").orElseThrow());
        return new DeliveryRow(
                delivered, row.getInt("record_version"), row.getString("content_hash"), row.getString("carrier"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static String cut(String reason) {
        return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    }
}
