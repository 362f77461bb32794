package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.block.BlockingKey;
import io.goldsmith.mdm.store.Lease;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import it.unimi.dsi.fastutil.HashCommon;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What writers of results lock, until their transaction ends, so that any number of them on any number of nodes end in the state that
 * one writer would. Everybody locks in the same order, and upwards within each step, so that no two wait for each other:
 *
 * <ol>
 *   <li>the decision log, by who makes or takes back a decision: a contradiction is refused by what stands;
 *   <li>a gate, by who writes for some records; every gate, by who writes for any number of them (the batch), and then nothing more;
 *   <li>the blocking keys of a record, old and new, and the record itself: two records that share a key are scored one after the
 *       other, so that the second finds the first;
 *   <li>the source records of every connected component that is touched, and those that a possible match ties to them, since a task
 *       about both names their golden records. What was read before is read again then: if it grew, the transaction starts anew.
 * </ol>
 *
 * Keys and records are spread over a fixed number of rows by hash: two that share a row wait without need, and nothing else.
 */
final class ResolutionLocks {

    private static final int GATES = 64;
    private static final int KEY_STRIPES = 12_288;
    private static final int RECORD_STRIPES = 4_096;

    /** The room of key hashes in which a record stands for itself. */
    private static final int NO_RULE = -1;

    private static final String RULES =
            "select version from published_rules order by version desc fetch first 1 row only";

    private static final String SETTLED = "select case when settled_at is null then 0 else 1 end from published_rules"
            + " order by version desc fetch first 1 row only";

    private static final String AT_WORK = "select count(*) from batch_overtaken where record_id = 0";

    /** Asked after a gate was taken and never with it: the question would see what was committed before the wait for the gate. */
    private static final String STATE = "select (" + RULES + "), (" + SETTLED + "), (" + AT_WORK + ")";

    private static final String FREE_GATE =
            "select gate from resolution_gate order by gate fetch first 1 row only for update skip locked";
    private static final String GATE = "select gate from resolution_gate where gate = ? for update";
    private static final String GATES_IN_ORDER = "select gate from resolution_gate order by gate for update";
    private static final String STRIPE = "select stripe from resolution_stripe where stripe = ? for update";
    private static final String STRIPES =
            "select stripe from resolution_stripe where stripe = any(?) order by stripe for update";

    private static final Lease DECISIONS = new Lease("resolution");

    private static final int ANY_RULES = 0;

    private final boolean sortsBeforeLocking;
    private final int rulesVersion;

    /**
     * @param rulesVersion the rules under which the writers work: a gate is closed to them once others are in force
     */
    ResolutionLocks(Store store, int rulesVersion) {
        this.sortsBeforeLocking = store.isPostgreSql();
        this.rulesVersion = rulesVersion;
    }

    /** For who writes no results. */
    static ResolutionLocks underAnyRules(Store store) {
        return new ResolutionLocks(store, ANY_RULES);
    }

    /** Locks the log of decisions. */
    void decisions(Transaction transaction) throws SQLException {
        DECISIONS.lock(transaction);
    }

    /**
     * Takes a gate, waiting while somebody has them all.
     *
     * @throws RulesSupersededException if other rules are in force
     */
    Entrance enter(Transaction transaction) throws SQLException {
        OptionalInt free = freeGate(transaction);
        int gate = free.orElseGet(() -> ThreadLocalRandom.current().nextInt(GATES));
        if (free.isEmpty()) {
            take(transaction, GATE, gate);
        }
        return traced(transaction, gate);
    }

    private static OptionalInt freeGate(Transaction transaction) throws SQLException {
        try (PreparedStatement lock = transaction.connection().prepareStatement(FREE_GATE);
                ResultSet row = lock.executeQuery()) {
            return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
        }
    }

    /** Who enters beside a batch tells it so, at the gate that nobody else holds. */
    private Entrance traced(Transaction transaction, int gate) throws SQLException {
        Entrance entrance = entrance(transaction);
        if (entrance.isBesideBatch()) {
            BatchTurn.noteEntrance(transaction, gate);
        }
        return entrance;
    }

    /**
     * What holds as long as a gate is held.
     *
     * @param isSettled whether what is stored was made by the rules in force; otherwise a batch must replace it first
     * @param isBesideBatch whether a batch is at work
     */
    record Entrance(boolean isSettled, boolean isBesideBatch) {}

    private Entrance entrance(Transaction transaction) throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(STATE);
                ResultSet row = query.executeQuery()) {
            row.next();
            int inForce = row.getInt(1);
            boolean isSettled = row.wasNull() || row.getInt(2) == 1;
            if (rulesVersion != ANY_RULES && inForce != 0 && inForce != rulesVersion) {
                throw new RulesSupersededException(rulesVersion, inForce);
            }
            return new Entrance(isSettled, row.getInt(3) > 0);
        }
    }

    /**
     * Takes every gate, waiting until everybody else is out.
     *
     * @throws RulesSupersededException if other rules are in force
     */
    void enterAlone(Transaction transaction) throws SQLException {
        takeAll(transaction);
        traced(transaction, GATES);
    }

    /**
     * The same by the batch that has the turn, which leaves no trace for itself.
     *
     * @throws RulesSupersededException if other rules are in force
     */
    void enterAsBatch(Transaction transaction) throws SQLException {
        takeAll(transaction);
        entrance(transaction);
    }

    private void takeAll(Transaction transaction) throws SQLException {
        if (sortsBeforeLocking) {
            try (PreparedStatement lock = transaction.connection().prepareStatement(GATES_IN_ORDER)) {
                lock.executeQuery().close();
            }
        } else {
            for (int gate = 0; gate < GATES; gate++) {
                take(transaction, GATE, gate);
            }
        }
    }

    /** Locks a record before it is scored, and its blocking keys. */
    void keys(Transaction transaction, long recordId, Collection<BlockingKey> keys) throws SQLException {
        keys(transaction, List.of(recordId), keys);
    }

    /** The same of several records at once, so that the order holds over all of them. */
    void keys(Transaction transaction, Collection<Long> recordIds, Collection<BlockingKey> keys) throws SQLException {
        SortedSet<Integer> stripes = new TreeSet<>();
        recordIds.forEach(recordId -> stripes.add(stripeOf(NO_RULE, recordId)));
        keys.forEach(key -> stripes.add(stripeOf(key.rule(), key.value())));
        lock(transaction, stripes);
    }

    /** Locks source records, by hub id. */
    void records(Transaction transaction, Collection<Long> recordIds) throws SQLException {
        SortedSet<Integer> stripes = new TreeSet<>();
        for (Long recordId : recordIds) {
            stripes.add(KEY_STRIPES + (int) Long.remainderUnsigned(HashCommon.mix(recordId), RECORD_STRIPES));
        }
        lock(transaction, stripes);
    }

    private static int stripeOf(int rule, long value) {
        return (int) Long.remainderUnsigned(HashCommon.mix(value + HashCommon.mix((long) rule)), KEY_STRIPES);
    }

    private void lock(Transaction transaction, SortedSet<Integer> stripes) throws SQLException {
        if (sortsBeforeLocking) {
            try (PreparedStatement lock = transaction.connection().prepareStatement(STRIPES)) {
                lock.setArray(1, transaction.connection().createArrayOf("integer", stripes.toArray()));
                lock.executeQuery().close();
            }
        } else {
            // H2 locks rows as it meets them and sorts afterwards: one by one, so that the order is ours.
            for (Integer stripe : stripes) {
                take(transaction, STRIPE, stripe);
            }
        }
    }

    private static void take(Transaction transaction, String sql, int row) throws SQLException {
        try (PreparedStatement lock = transaction.connection().prepareStatement(sql)) {
            lock.setInt(1, row);
            lock.executeQuery().close();
        }
    }
}
