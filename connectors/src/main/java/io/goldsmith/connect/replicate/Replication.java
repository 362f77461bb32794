package io.goldsmith.connect.replicate;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.StageProgress;
import io.goldsmith.connect.jdbc.JdbcTable;
import io.goldsmith.mdm.Hub;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The replication to all targets. Thread-safe. */
public final class Replication implements AutoCloseable {

    private final Hub hub;
    private final DeliveryRows rows;
    private final Map<String, Replicator> replicators;
    private final Map<String, Reconciliation> reconciliations;
    private final List<JdbcTable> tables;

    Replication(
            Hub hub,
            DeliveryRows rows,
            Map<String, Replicator> replicators,
            Map<String, Reconciliation> reconciliations,
            List<JdbcTable> tables) {
        this.hub = hub;
        this.rows = rows;
        this.tables = List.copyOf(tables);
        this.reconciliations = Map.copyOf(reconciliations);
        this.replicators = Collections.unmodifiableMap(new LinkedHashMap<>(replicators));
    }

    /** The names of the targets, in the order of the configuration. */
    public List<String> targets() {
        return List.copyOf(replicators.keySet());
    }

    public DeliveryLedger ledger() {
        return new DeliveryLedger(rows, targets());
    }

    /** Sets the targets that have not started to begin after the events so far. */
    public void startFromHere() {
        int relayed = hub.outbox().relay();
        while (relayed > 0) {
            relayed = hub.outbox().relay();
        }
        long position = hub.outbox().lastPosition();
        for (String target : replicators.keySet()) {
            if (!hub.outbox().hasCursor(Planner.consumer(target))) {
                hub.outbox().advance(Planner.consumer(target), position);
            }
        }
    }

    /** How many threads may pass over a target at a time: where nodes share it, planning need not wait for what is being sent. */
    public int threads(String target) {
        return replicator(target).isShared() ? 2 : 1;
    }

    /** Takes a target's answers, plans what changed, and sends what is due. */
    public void pass(String target) {
        replicator(target).pass();
    }

    /**
     * Sends a target's dead letters again.
     *
     * @return how many
     */
    public int replay(String target) {
        replicator(target);
        return rows.replays().replay(target);
    }

    /**
     * Sends the dead letters of a target again that a filter means. A customer's order is kept: what is sent is the newest state, and a dead letter that a newer
     * delivery took the place of is none any more.
     *
     * @param filter one that means dead letters alone
     * @return how many
     */
    public int replay(String target, DeliveryFilter filter) {
        replicator(target);
        if (!filter.meansDeadLettersAlone()) {
            throw new ConnectException(
                    "Only dead letters are replayed: the states must be among REFUSED and DEAD, but are "
                            + filter.states());
        }
        return rows.replays().replay(target, filter);
    }

    /** Sends one dead letter again; false if it is none, or a newer delivery took its place. */
    public boolean replay(long id) {
        return rows.replays().replay(id) > 0;
    }

    /**
     * Compares a target with the hub, and repairs what drifted if that is asked for.
     *
     * @param settle resolves what was landed and lets deliveries go; told the cause
     * @throws ConnectException if there is no such target, its system cannot be read, or a repair is asked for before replication has
     *     started
     * @throws io.goldsmith.mdm.run.RunInProgressException if it is being reconciled already
     */
    public ReconciliationReport reconcile(
            String target, ReconciliationRequest request, StageProgress progress, Consumer<String> settle) {
        replicator(target);
        if (request.repair() && !hub.outbox().hasCursor(Planner.consumer(target))) {
            throw new ConnectException(
                    "Replication to " + target + " has not started, so nothing can be repaired there:"
                            + " run the first load, then serve the hub once");
        }
        return reconciliations.get(target).run(request, progress, settle);
    }

    private Replicator replicator(String target) {
        Replicator replicator = replicators.get(target);
        if (replicator == null) {
            throw new ConnectException("There is no replication target '" + target + "'; those of goldsmith.yaml are "
                    + String.join(", ", replicators.keySet()));
        }
        return replicator;
    }

    /** Lets the connections to targets go. */
    @Override
    public void close() {
        tables.forEach(JdbcTable::close);
    }
}
