package io.goldsmith.connect.replicate;

import io.goldsmith.connect.replicate.Target.Letter;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.store.Store;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the records of the targets stand: the only place that knows their table. Its changes join the transaction of the delivery that
 * makes them.
 */
final class Standings {

    private static final String COLUMNS = "s.target, s.record_key, s.golden_id, s.delivery_id, s.state, s.sent_version,"
            + " s.sent_at, s.acknowledged_version, s.acknowledged_at, s.acknowledged_record_version, s.refused_version,"
            + " s.refused_at, s.refused_reason, s.sent_digests, s.acknowledged_digests, s.found_digests,"
            + " s.conflict_golden, s.changed_at";

    private static final String NEWEST =
            "update delivery_standing set golden_id = ?, delivery_id = ?, state = 'PENDING',"
                    + " changed_at = ? where target = ? and record_key = ?";

    private static final String FIRST =
            "insert into delivery_standing (golden_id, delivery_id, state, changed_at, target,"
                    + " record_key, acknowledged_record_version, refused_reason, sent_digests, acknowledged_digests,"
                    + " found_digests) values (?, ?, 'PENDING', ?, ?, ?, 0, '', '', '', '')";

    private static final String OF_DELIVERY = " where target = ? and record_key = ? and delivery_id = ?";

    private final Store store;

    Standings(Store store) {
        this.store = store;
    }

    /** A new delivery is the record's newest. */
    void add(String target, String key, GoldenId golden, long deliveryId) {
        if (update(NEWEST, golden.value(), deliveryId, now(), target, key) == 0) {
            update(FIRST, golden.value(), deliveryId, now(), target, key);
        }
    }

    /** The newest delivery has another state. */
    void state(DeliveryRow row, DeliveryState state) {
        update(
                "update delivery_standing set state = ?, changed_at = ?" + OF_DELIVERY,
                state.name(),
                now(),
                row.target(),
                row.key(),
                row.id());
    }

    /** It is about to be sent. */
    void sending(Letter letter) {
        FieldDigests sent = letter.standing()
                .map(StandingRow::sent)
                .orElse(FieldDigests.NONE)
                .with(letter.update().digests());
        update(
                "update delivery_standing set state = 'SENT', sent_version = ?, sent_at = ?, sent_digests = ?, changed_at = ?"
                        + OF_DELIVERY,
                letter.update().golden().version(),
                now(),
                sent.text(),
                now(),
                letter.row().target(),
                letter.row().key(),
                letter.row().id());
    }

    /** The target has what was sent. */
    void acknowledged(DeliveryRow row, DeliveryState state) {
        update(
                "update delivery_standing set state = ?, acknowledged_version = sent_version, acknowledged_at = ?,"
                        + " acknowledged_digests = sent_digests, found_digests = '', acknowledged_record_version ="
                        + " (select d.record_version from delivery d where d.id = delivery_standing.delivery_id),"
                        + " changed_at = ?" + OF_DELIVERY,
                state.name(),
                now(),
                now(),
                row.target(),
                row.key(),
                row.id());
    }

    /** The target had it without being sent anything. */
    void hadAlready(DeliveryRow row) {
        update(
                "update delivery_standing set state = 'ACKNOWLEDGED', acknowledged_version = ?, acknowledged_at = ?,"
                        + " changed_at = ?" + OF_DELIVERY,
                row.delivered().version(),
                now(),
                now(),
                row.target(),
                row.key(),
                row.id());
    }

    /** The target refused it, or it was given up. */
    void refused(DeliveryRow row, DeliveryState state, String reason) {
        update(
                "update delivery_standing set state = ?, refused_version = coalesce(sent_version, ?), refused_at = ?, refused_reason = ?,"
                        + " changed_at = ?" + OF_DELIVERY,
                state.name(),
                row.delivered().version(),
                now(),
                reason,
                now(),
                row.target(),
                row.key(),
                row.id());
    }

    /** Newer state took the place of its newest delivery, if that is not acknowledged. */
    void superseded(String target, String key, boolean sentToo) {
        update(
                "update delivery_standing set state = 'SUPERSEDED', changed_at = ? where target = ? and record_key = ?"
                        + " and state in ('PENDING', 'REFUSED', 'DEAD', 'CONFLICT'" + (sentToo ? ", 'SENT')" : ")"),
                now(),
                target,
                key);
    }

    /** Dead letters of a target are sent again. */
    void replayed(String target) {
        update(
                "update delivery_standing set state = 'PENDING', changed_at = ? where target = ?"
                        + " and state in ('REFUSED', 'DEAD')",
                now(),
                target);
    }

    /** A dead letter is sent again. */
    void replayed(long deliveryId) {
        update(
                "update delivery_standing set state = 'PENDING', changed_at = ? where delivery_id = ?"
                        + " and state in ('REFUSED', 'DEAD')",
                now(),
                deliveryId);
    }

    /** What reconciliation found in a record, and lets be written over. */
    void found(String target, String key, FieldDigests digests) {
        update(
                "update delivery_standing set found_digests = ? where target = ? and record_key = ?",
                digests.text(),
                target,
                key);
    }

    /** A task about a conflict waits for the record, under a golden record. */
    void conflict(DeliveryRow row) {
        update(
                "update delivery_standing set conflict_golden = ?" + OF_DELIVERY,
                row.delivered().goldenId().value(),
                row.target(),
                row.key(),
                row.id());
    }

    /** No task waits for the record any more. */
    void noConflict(String target, String key) {
        update("update delivery_standing set conflict_golden = null where target = ? and record_key = ?", target, key);
    }

    /** The records of a target for which a task waits, at most {@code limit}. */
    List<StandingRow> conflicts(String target, int limit) {
        return find(
                "where s.conflict_golden is not null and s.target = ? order by s.record_key fetch first ? rows only",
                target,
                limit);
    }

    /** Those of one golden record. */
    List<StandingRow> conflicts(String target, GoldenId golden) {
        return find("where s.conflict_golden = ? and s.target = ? order by s.record_key", golden.value(), target);
    }

    /** Where records stand, by key; those without any delivery are left out. */
    Map<String, StandingRow> of(String target, Collection<String> keys) {
        return store.inTransaction(transaction -> {
            Map<String, StandingRow> found = new HashMap<>();
            // A join for H2's sake: see Transaction.
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement("select " + COLUMNS + " from unnest(?) as k(record_key)"
                            + " join delivery_standing s on s.target = ? and s.record_key = k.record_key")) {
                query.setArray(1, transaction.texts(keys));
                query.setString(2, target);
                read(query).forEach(row -> found.put(row.key(), row));
            }
            return found;
        });
    }

    /** What follows is a constant of the caller; values go by parameters. */
    List<StandingRow> find(String where, Object... parameters) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement("select " + COLUMNS + " from delivery_standing s " + where)) {
                set(query, parameters);
                return read(query);
            }
        });
    }

    private int update(String sql, Object... parameters) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement statement = transaction.connection().prepareStatement(sql)) {
                set(statement, parameters);
                return statement.executeUpdate();
            }
        });
    }

    private Instant now() {
        return store.clock().instant();
    }

    private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : parameters[i];
            statement.setObject(i + 1, value);
        }
    }

    private static List<StandingRow> read(PreparedStatement query) throws SQLException {
        List<StandingRow> found = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                found.add(read(row));
            }
        }
        return found;
    }

    private static StandingRow read(ResultSet row) throws SQLException {
        Standing standing = new Standing(
                row.getString("target"),
                row.getString("record_key"),
                new GoldenId(row.getLong("golden_id")),
                DeliveryState.valueOf(row.getString("state")),
                line(row, "sent", ""),
                line(row, "acknowledged", ""),
                line(row, "refused", row.getString("refused_reason")),
                FieldDigests.parse(row.getString("acknowledged_digests")),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
        long conflict = row.getLong("conflict_golden");
        Optional<GoldenId> conflictOf = row.wasNull() ? Optional.empty() : Optional.of(new GoldenId(conflict));
        return new StandingRow(
                standing,
                row.getLong("delivery_id"),
                row.getInt("acknowledged_record_version"),
                FieldDigests.parse(row.getString("sent_digests")),
                FieldDigests.parse(row.getString("found_digests")),
                conflictOf);
    }

    private static Optional<Standing.Line> line(ResultSet row, String what, String reason) throws SQLException {
        Optional<OffsetDateTime> at = Optional.ofNullable(row.getObject(what + "_at", OffsetDateTime.class));
        int version = row.getInt(what + "_version");
        return at.map(time -> new Standing.Line(version, time.toInstant(), reason));
    }
}
