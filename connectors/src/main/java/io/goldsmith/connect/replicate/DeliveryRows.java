package io.goldsmith.connect.replicate;

import io.goldsmith.connect.replicate.Target.Letter;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.golden.Member;
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
import java.util.Set;
import java.util.TreeSet;

/** The rows of the delivery ledger: the only place that knows their table. */
final class DeliveryRows {

    static final int LONGEST_REASON = 512;

    private static final String COLUMNS = "id, target, golden_id, golden_version, record_key, record_version,"
            + " content_hash, state, attempts, replays, next_attempt, carrier, reason, created_at, changed_at, rewrites,"
            + " accepted";

    private final Store store;
    private final Standings standings;

    DeliveryRows(Store store) {
        this.store = store;
        this.standings = new Standings(store);
    }

    /** Where the records of the targets stand. */
    Standings standings() {
        return standings;
    }

    Store store() {
        return store;
    }

    /**
     * Adds a delivery that is to be sent at once.
     *
     * @param record the target's record that it was computed against
     * @param rewrites the attributes that it writes whatever was landed
     */
    void add(String target, GoldenRecord golden, Member record, String contentHash, Set<String> rewrites) {
        Instant now = store.clock().instant();
        long id = store.ids("delivery_id").next();
        String key = record.record().key();
        store.inTransaction(transaction -> {
            update(
                    "insert into delivery (" + COLUMNS
                            + ") values (?, ?, ?, ?, ?, ?, ?, 'PENDING', 0, 0, ?, '', '', ?, ?, ?, false)",
                    id,
                    target,
                    golden.id().value(),
                    golden.version(),
                    key,
                    record.version(),
                    contentHash,
                    now,
                    now,
                    now,
                    String.join(",", new TreeSet<>(rewrites)));
            standings.add(target, key, golden.id(), id);
            return id;
        });
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
        store.inTransaction(transaction -> {
            int superseded = update(
                    "update delivery set state = 'SUPERSEDED', next_attempt = null, changed_at = ? where target = ?"
                            + " and record_key = ? and state in ('PENDING', 'REFUSED', 'DEAD', 'CONFLICT'"
                            + (sentToo ? ", 'SENT')" : ")"),
                    store.clock().instant(),
                    target,
                    key);
            if (superseded > 0) {
                standings.superseded(target, key, sentToo);
            }
            return superseded;
        });
    }

    /** Notes an attempt, before it is made: whoever is killed now finds it again when the answer is overdue. */
    void sending(Letter letter, Instant overdue, String carrier) {
        store.inTransaction(transaction -> {
            update(
                    "update delivery set state = 'SENT', record_version = ?, attempts = ?, next_attempt = ?, carrier = ?,"
                            + " changed_at = ? where id = ?",
                    letter.update().record().version(),
                    letter.row().attempts() + 1,
                    overdue,
                    carrier,
                    store.clock().instant(),
                    letter.row().id());
            standings.sending(letter);
            return null;
        });
    }

    /** It is tried again later, or waited for longer. */
    void again(DeliveryRow row, DeliveryState state, int attempts, Instant next, String reason) {
        store.inTransaction(transaction -> {
            update(
                    "update delivery set state = ?, attempts = ?, next_attempt = ?, reason = ?, changed_at = ? where id = ?",
                    state.name(),
                    attempts,
                    next,
                    cut(reason),
                    store.clock().instant(),
                    row.id());
            standings.state(row, state);
            return null;
        });
    }

    /** The target has what was sent of it; the reason says what was left out. */
    void acknowledge(DeliveryRow row, DeliveryState state, String reason) {
        end(row, state, reason, () -> standings.acknowledged(row, state));
    }

    /** The target had it without being sent anything. */
    void hadAlready(DeliveryRow row) {
        end(row, DeliveryState.ACKNOWLEDGED, "the target had it already", () -> standings.hadAlready(row));
    }

    /** It is a dead letter, {@code REFUSED} or {@code DEAD}. */
    void refuse(DeliveryRow row, DeliveryState state, String reason) {
        end(row, state, reason, () -> standings.refused(row, state, cut(reason)));
    }

    /** It ends without being written: {@code SUPERSEDED}, {@code CONFLICT} or {@code KEPT}. */
    void setAside(DeliveryRow row, DeliveryState state, String reason) {
        end(row, state, reason, () -> standings.state(row, state));
    }

    /** It ends in a state, unless newer state took its place. */
    private void end(DeliveryRow row, DeliveryState state, String reason, Runnable standing) {
        store.inTransaction(transaction -> {
            int ended = update(
                    "update delivery set state = ?, next_attempt = null, reason = ?, changed_at = ? where id = ?"
                            + " and state <> 'SUPERSEDED' and state <> 'ACKNOWLEDGED'",
                    state.name(),
                    cut(reason),
                    store.clock().instant(),
                    row.id());
            if (ended > 0) {
                standing.run();
            }
            return ended;
        });
    }

    /** A steward lets it write over what changed in the target: it is sent at once. */
    void accept(DeliveryRow row) {
        Instant now = store.clock().instant();
        store.inTransaction(transaction -> {
            update(
                    "update delivery set state = 'PENDING', accepted = true, attempts = 0, next_attempt = ?, changed_at = ?"
                            + " where id = ? and state = 'CONFLICT'",
                    now,
                    now,
                    row.id());
            standings.state(row, DeliveryState.PENDING);
            return null;
        });
    }

    /** The dead letters of a target are sent again, under new message numbers: it answers a repeated one without doing anything. */
    int replay(String target) {
        return store.inTransaction(transaction -> {
            standings.replayed(target);
            return replayed("target = ?", target);
        });
    }

    /** The same for one dead letter. */
    int replay(long id) {
        return store.inTransaction(transaction -> {
            standings.replayed(id);
            return replayed("id = ?", id);
        });
    }

    private int replayed(String which, Object parameter) {
        Instant now = store.clock().instant();
        return update(
                "update delivery set state = 'PENDING', attempts = 0, replays = replays + 1, carrier = '', next_attempt = ?,"
                        + " changed_at = ? where state in ('REFUSED', 'DEAD') and " + which,
                now,
                now,
                parameter);
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
                delivered,
                row.getInt("record_version"),
                row.getString("content_hash"),
                row.getString("carrier"),
                names(row.getString("rewrites")),
                row.getBoolean("accepted"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static Set<String> names(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(","));
    }

    private static String cut(String reason) {
        return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    }
}
