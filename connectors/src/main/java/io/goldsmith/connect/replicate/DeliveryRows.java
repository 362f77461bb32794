package io.goldsmith.connect.replicate;

import io.goldsmith.connect.replicate.Target.Letter;
import io.goldsmith.connect.scale.Parts;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.golden.Member;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Store;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;

/** The rows of the delivery ledger: the only place that knows their table. */
final class DeliveryRows {

    static final int LONGEST_REASON = 512;

    private static final String KEY_AWAITED = "created; its key comes with the target's next extract";

    /** Newer state may have taken its place. */
    private static final String UNLESS_OVER = " and state <> 'SUPERSEDED' and state <> 'ACKNOWLEDGED'";

    private final Store store;
    private final LedgerStatements statements;
    private final Standings standings;
    private final Replays replays;

    DeliveryRows(Store store) {
        this.store = store;
        this.statements = new LedgerStatements(store);
        this.standings = new Standings(statements);
        this.replays = new Replays(statements, standings);
    }

    /** Where the records of the targets stand. */
    Standings standings() {
        return standings;
    }

    /** Runs statements on the ledger's tables. */
    LedgerStatements statements() {
        return statements;
    }

    /** What a person sends again. */
    Replays replays() {
        return replays;
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
        add(target, golden, record, contentHash, rewrites, false);
    }

    /** Adds a delivery that creates the target's record. */
    void addCreation(String target, GoldenRecord golden, Member record, String contentHash) {
        add(target, golden, record, contentHash, Set.of(), true);
    }

    private void add(
            String target,
            GoldenRecord golden,
            Member record,
            String contentHash,
            Set<String> rewrites,
            boolean creates) {
        Instant now = store.clock().instant();
        long id = store.ids("delivery_id").next();
        String key = record.record().key();
        store.inTransaction(transaction -> {
            statements.update(
                    "insert into delivery (" + DeliveryReading.COLUMNS
                            + ") values (?, ?, ?, ?, ?, ?, ?, 'PENDING', 0, 0, ?, '', '', ?, ?, ?, false, ?)",
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
                    String.join(",", new TreeSet<>(rewrites)),
                    creates);
            standings.add(target, key, golden.id(), id);
            return id;
        });
    }

    /** The newest delivery that created, or was to create, a golden record's record in a target. */
    Optional<DeliveryRow> creationOf(String target, GoldenId golden) {
        return find(
                        "where golden_id = ? and target = ? and creates = true order by id desc fetch first 1 rows only",
                        golden.value(),
                        target)
                .stream()
                .findFirst();
    }

    /** The target has created the record, under a key of its own. */
    void created(DeliveryRow row, String key, FieldDigests digests, String reason) {
        store.inTransaction(transaction -> {
            statements.update("update delivery set record_key = ?, returned_key = '' where id = ?", key, row.id());
            standings.created(row, key, digests);
            acknowledge(row.under(key), DeliveryState.ACKNOWLEDGED, reason);
            return null;
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

    /** The same for golden ids of some parts alone. */
    List<DeliveryRow> due(String target, int limit, Parts parts) {
        return store.inTransaction(transaction -> find(
                "where target = ? and state in ('PENDING', 'SENT') and next_attempt <= ? and mod(golden_id, ?) = any(?)"
                        + " order by id fetch first ? rows only",
                target,
                store.clock().instant(),
                (long) parts.of(),
                transaction.numbers(
                        parts.mine().stream().map(Integer::longValue).toList()),
                limit));
    }

    /** The newest deliveries for records of the target, by key; records without any are left out. */
    Map<String, DeliveryRow> newest(Collection<StandingRow> standings) {
        return store.inTransaction(transaction -> {
            Map<String, DeliveryRow> found = new HashMap<>();
            find(
                            "where id = any(?)",
                            transaction.numbers(standings.stream()
                                    .map(StandingRow::deliveryId)
                                    .toList()))
                    .forEach(row -> found.put(row.key(), row));
            return found;
        });
    }

    Optional<DeliveryRow> byId(long id) {
        return find("where id = ?", id).stream().findFirst();
    }

    /** What follows {@code where} is a constant of the caller; values go by parameters. */
    List<DeliveryRow> find(String where, Object... parameters) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement("select " + DeliveryReading.COLUMNS + " from delivery " + where)) {
                LedgerStatements.set(query, parameters);
                List<DeliveryRow> found = new ArrayList<>();
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        found.add(DeliveryReading.read(row));
                    }
                }
                return found;
            }
        });
    }

    /** Newer state takes the place of everything for the record that is not acknowledged. */
    void supersede(String target, String key, boolean sentToo) {
        store.inTransaction(transaction -> {
            int superseded = statements.update(
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

    /**
     * Notes attempts, before they are made: whoever is killed now finds them again when the answers are overdue.
     *
     * @param overdue when that is, by the number of the attempt
     * @return those that are to be sent: of the others newer state took the place meanwhile
     */
    List<Letter> sending(List<Letter> letters, IntFunction<Instant> overdue, String carrier) {
        return store.inTransaction(transaction -> {
            Set<Long> open = new HashSet<>();
            find(
                            "where id = any(?) and state in ('PENDING', 'SENT') order by id for update",
                            transaction.numbers(letters.stream()
                                    .map(letter -> letter.row().id())
                                    .toList()))
                    .forEach(row -> open.add(row.id()));
            List<Letter> going = letters.stream()
                    .filter(letter -> open.contains(letter.row().id()))
                    .toList();
            Instant now = store.clock().instant();
            try (BulkWriter updates = transaction.bulk("update delivery set state = 'SENT', record_version = ?,"
                    + " attempts = ?, next_attempt = ?, carrier = ?, changed_at = ? where id = ?")) {
                for (Letter letter : going) {
                    int attempt = letter.row().attempts() + 1;
                    updates.row(
                            letter.update().record().version(),
                            attempt,
                            overdue.apply(attempt),
                            carrier,
                            now,
                            letter.row().id());
                }
            }
            standings.sending(transaction, going);
            return going;
        });
    }

    /** It is tried again later, or waited for longer, unless newer state took its place since it was read. */
    void again(DeliveryRow row, DeliveryState state, int attempts, Instant next, String reason) {
        store.inTransaction(transaction -> {
            int changed = statements.update(
                    "update delivery set state = ?, attempts = ?, next_attempt = ?, reason = ?, changed_at = ? where id = ?"
                            + " and (state <> 'SUPERSEDED' or state = ?)",
                    state.name(),
                    attempts,
                    next,
                    cut(reason),
                    store.clock().instant(),
                    row.id(),
                    row.state().name());
            if (changed > 0) {
                standings.state(row, state);
            }
            return null;
        });
    }

    /** The target has what was sent of it; the reason says what was left out. */
    void acknowledge(DeliveryRow row, DeliveryState state, String reason) {
        end(row, state, reason, () -> standings.acknowledged(row, state));
    }

    /** The same of many of one target, all of which is there; of records that were to be created, but for their keys. */
    void acknowledge(Collection<DeliveryRow> arrived) {
        store.inTransaction(transaction -> {
            Instant now = store.clock().instant();
            try (BulkWriter updates = transaction.bulk(
                    "update delivery set state = 'ACKNOWLEDGED', next_attempt = null, reason = ?, changed_at = ?"
                            + " where id = ?" + UNLESS_OVER)) {
                for (DeliveryRow row : arrived) {
                    updates.row(row.creates() ? KEY_AWAITED : "", now, row.id());
                }
            }
            standings.acknowledged(transaction, arrived);
            return null;
        });
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
            int ended = statements.update(
                    "update delivery set state = ?, next_attempt = null, reason = ?, changed_at = ? where id = ?"
                            + UNLESS_OVER,
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

    private static String cut(String reason) {
        return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    }
}
