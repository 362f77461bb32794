package io.goldsmith.connect.turn;

import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * The right of one node to do one thing, for a minute from when it was last taken or renewed. Each taking has a word of its own, which is the fence: work under an older
 * one is refused. Thread-safe.
 */
public final class Turn {

    /** How long a holder that gives no sign keeps others away. */
    static final Duration HELD = Duration.ofMinutes(1);

    /** How old a turn may be before it is renewed. */
    private static final Duration FRESH = HELD.dividedBy(3);

    /** How long others leave a turn alone that was refused to them, when they ask by the clock. */
    private static final Duration REFUSED = Duration.ofSeconds(2);

    private final Store store;
    private final String name;
    private final Node node;
    private String word = "";
    private Instant heldUntil = Instant.EPOCH;
    private Instant askAgain = Instant.EPOCH;
    private int working;

    Turn(Store store, String name, Node node) {
        this.store = store;
        this.name = name;
        this.node = node;
        addRow();
    }

    private void addRow() {
        store.inTransaction(transaction -> {
            try (PreparedStatement insert = transaction
                    .connection()
                    .prepareStatement("insert into connector_turn (name, holder, held_until)"
                            + " select t.name, '', t.at from (select cast(? as varchar(128)) as name,"
                            + " cast(? as timestamp(6) with time zone) as at) t"
                            + " where not exists (select 1 from connector_turn o where o.name = t.name)")) {
                insert.setString(1, name);
                insert.setObject(2, Instant.EPOCH.atOffset(ZoneOffset.UTC));
                return insert.executeUpdate();
            }
        });
    }

    /**
     * Takes the turn for work that comes round by the clock, and keeps it for the next round. While it is fresh, or was refused a moment ago, the database is not
     * asked; else by one statement.
     */
    public synchronized Claim takeByClock() {
        Instant now = now();
        if (now.isBefore(heldUntil.minus(HELD).plus(FRESH))) {
            return Claim.KEPT;
        }
        return now.isBefore(askAgain) ? Claim.REFUSED : take();
    }

    /** Takes the turn, or renews it, by one or two statements. */
    public synchronized Claim take() {
        if (!word.isEmpty() && renew()) {
            return Claim.KEPT;
        }
        String next = node.word();
        Instant now = now();
        boolean taken = update(
                        "update connector_turn set holder = ?, held_until = ? where name = ? and held_until <= ?",
                        next,
                        now.plus(HELD),
                        name,
                        now)
                || takeFromTheDead(next, now);
        word = taken ? next : "";
        heldUntil = taken ? now.plus(HELD) : Instant.EPOCH;
        askAgain = taken ? Instant.EPOCH : now.plus(REFUSED);
        return taken ? Claim.TAKEN : Claim.REFUSED;
    }

    /** A hub that was killed and is started again on its machine need not wait for its own turn to run out. */
    private boolean takeFromTheDead(String next, Instant now) {
        String holder = holder();
        return node.isGone(holder)
                && update(
                        "update connector_turn set holder = ?, held_until = ? where name = ? and holder = ?",
                        next,
                        now.plus(HELD),
                        name,
                        holder);
    }

    private String holder() {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query =
                    transaction.connection().prepareStatement("select holder from connector_turn where name = ?")) {
                query.setString(1, name);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? row.getString(1) : "";
                }
            }
        });
    }

    /** What came of asking for a turn. */
    public enum Claim {
        /** It is this node's, and was before. */
        KEPT,
        /** It is this node's from now on; whoever had it before gave it up or is dead. */
        TAKEN,
        /** Another node has it. */
        REFUSED
    }

    /** From now on the turn is renewed by itself, until as many {@link #rest}. */
    public synchronized void work() {
        working++;
    }

    /** The work is done; the turn is kept as long as it lasts. */
    public synchronized void rest() {
        working--;
    }

    /**
     * Makes sure that the turn is still this node's; costs nothing while it is fresh.
     *
     * @throws TurnLostException if another node has it
     */
    public synchronized void require() {
        if (!now().isBefore(heldUntil.minus(HELD).plus(FRESH)) && !renew()) {
            throw new TurnLostException(name);
        }
    }

    /**
     * Makes sure of it in a transaction of the work itself, so that what the transaction writes is written in turn or not at all.
     *
     * @throws TurnLostException if another node has it
     */
    public synchronized void fence(Transaction transaction) throws SQLException {
        try (PreparedStatement hold = transaction
                .connection()
                .prepareStatement("update connector_turn set held_until = held_until where name = ? and holder = ?")) {
            hold.setString(1, name);
            hold.setString(2, word);
            if (word.isEmpty() || hold.executeUpdate() == 0) {
                word = "";
                heldUntil = Instant.EPOCH;
                throw new TurnLostException(name);
            }
        }
    }

    /** Gives the turn up, so that others need not wait. */
    public synchronized void release() {
        if (!word.isEmpty()) {
            update("update connector_turn set held_until = ? where name = ? and holder = ?", Instant.EPOCH, name, word);
            word = "";
            heldUntil = Instant.EPOCH;
        }
    }

    /** Renews the turn if work is under way. */
    synchronized void keep() {
        if (working > 0 && !word.isEmpty()) {
            renew();
        }
    }

    /** Takes it from whoever had it: for a database that no other process can have open. */
    void free() {
        update("update connector_turn set held_until = ? where name = ?", Instant.EPOCH, name);
    }

    private boolean renew() {
        Instant until = now().plus(HELD);
        boolean renewed = !word.isEmpty()
                && update("update connector_turn set held_until = ? where name = ? and holder = ?", until, name, word);
        word = renewed ? word : "";
        heldUntil = renewed ? until : Instant.EPOCH;
        return renewed;
    }

    private boolean update(String sql, Object... parameters) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement update = transaction.connection().prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    update.setObject(
                            i + 1,
                            parameters[i] instanceof Instant instant
                                    ? instant.atOffset(ZoneOffset.UTC)
                                    : parameters[i]);
                }
                return update.executeUpdate() > 0;
            }
        });
    }

    private Instant now() {
        return store.clock().instant();
    }
}
