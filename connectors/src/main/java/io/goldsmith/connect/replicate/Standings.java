package io.goldsmith.connect.replicate;

import io.goldsmith.connect.replicate.Target.Letter;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the records of the targets stand: the only place that knows their table. Its changes join the transaction of the delivery that
 * makes them.
 */
final class Standings {

    private static final String NEWEST =
            "update delivery_standing set golden_id = ?, delivery_id = ?, state = 'PENDING',"
                    + " changed_at = ? where target = ? and record_key = ?";

    private static final String FIRST =
            "insert into delivery_standing (golden_id, delivery_id, state, changed_at, target,"
                    + " record_key, acknowledged_record_version, refused_reason, sent_digests, acknowledged_digests,"
                    + " found_digests) values (?, ?, 'PENDING', ?, ?, ?, 0, '', '', '', '')";

    private static final String OF_DELIVERY = " where target = ? and record_key = ? and delivery_id = ?";

    private static final String ACKNOWLEDGED =
            "update delivery_standing set state = ?, acknowledged_version = sent_version, acknowledged_at = ?,"
                    + " acknowledged_digests = sent_digests, found_digests = '', acknowledged_record_version ="
                    + " (select d.record_version from delivery d where d.id = delivery_standing.delivery_id),"
                    + " changed_at = ?" + OF_DELIVERY;

    private final LedgerStatements statements;

    Standings(LedgerStatements statements) {
        this.statements = statements;
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

    /** They are about to be sent. */
    void sending(Transaction transaction, List<Letter> letters) throws SQLException {
        Instant now = now();
        try (BulkWriter updates = transaction.bulk("update delivery_standing set state = 'SENT', sent_version = ?,"
                + " sent_at = ?, sent_digests = ?, changed_at = ?" + OF_DELIVERY)) {
            for (Letter letter : letters) {
                FieldDigests sent = letter.standing()
                        .map(StandingRow::sent)
                        .orElse(FieldDigests.NONE)
                        .with(letter.update().digests());
                DeliveryRow row = letter.row();
                updates.row(
                        letter.update().golden().version(), now, sent.text(), now, row.target(), row.key(), row.id());
            }
        }
    }

    /** The target has what was sent. */
    void acknowledged(DeliveryRow row, DeliveryState state) {
        update(ACKNOWLEDGED, state.name(), now(), now(), row.target(), row.key(), row.id());
    }

    /** The same of many. */
    void acknowledged(Transaction transaction, Collection<DeliveryRow> arrived) throws SQLException {
        Instant now = now();
        try (BulkWriter updates = transaction.bulk(ACKNOWLEDGED)) {
            for (DeliveryRow row : arrived) {
                updates.row(DeliveryState.ACKNOWLEDGED.name(), now, now, row.target(), row.key(), row.id());
            }
        }
    }

    /** The target has created the record: what is known of it stands under its key from now on. */
    void created(DeliveryRow row, String key, FieldDigests digests) {
        update("delete from delivery_standing where target = ? and record_key = ?", row.target(), key);
        update(
                "update delivery_standing set record_key = ?, sent_digests = ? where target = ? and record_key = ?",
                key,
                digests.text(),
                row.target(),
                row.key());
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

    /** The dead letters that a filter means are sent again. */
    void replayed(FilterCondition meant) {
        update(
                "update delivery_standing set state = 'PENDING', changed_at = ? where state in ('REFUSED', 'DEAD')"
                        + " and delivery_id in (select id from delivery where " + meant.sql() + ")",
                meant.between(List.of(now()), List.of()));
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
                "where s.conflict_golden > 0 and s.target = ?"
                        + " order by s.conflict_golden, s.record_key fetch first ? rows only",
                target,
                limit);
    }

    /** Those of one golden record. */
    List<StandingRow> conflicts(String target, GoldenId golden) {
        return find("where s.conflict_golden = ? and s.target = ? order by s.record_key", golden.value(), target);
    }

    /** Where records stand, by key; those without any delivery are left out. */
    Map<String, StandingRow> of(String target, Collection<String> keys) {
        return statements.store().inTransaction(transaction -> {
            Map<String, StandingRow> found = new HashMap<>();
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement("select " + StandingReading.COLUMNS + " from "
                            + transaction.among("delivery_standing s", "s.record_key") + " and s.target = ?")) {
                query.setArray(1, transaction.texts(keys));
                query.setString(2, target);
                StandingReading.read(query).forEach(row -> found.put(row.key(), row));
            }
            return found;
        });
    }

    /** What follows is a constant of the caller; values go by parameters. */
    List<StandingRow> find(String where, Object... parameters) {
        return statements.store().inTransaction(transaction -> {
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement("select " + StandingReading.COLUMNS + " from delivery_standing s " + where)) {
                LedgerStatements.set(query, parameters);
                return StandingReading.read(query);
            }
        });
    }

    private int update(String sql, Object... parameters) {
        return statements.update(sql, parameters);
    }

    private Instant now() {
        return statements.now();
    }
}
