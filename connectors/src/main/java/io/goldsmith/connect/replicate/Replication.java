package io.goldsmith.connect.replicate;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.mdm.Hub;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The replication to all targets. Thread-safe. */
public final class Replication {

    private final Hub hub;
    private final DeliveryRows rows;
    private final Map<String, Replicator> replicators;

    Replication(Hub hub, DeliveryRows rows, Map<String, Replicator> replicators) {
        this.hub = hub;
        this.rows = rows;
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
        return rows.replay(target);
    }

    /** Sends one dead letter again; false if it is none, or a newer delivery took its place. */
    public boolean replay(long id) {
        return rows.replay(id) > 0;
    }

    private Replicator replicator(String target) {
        Replicator replicator = replicators.get(target);
        if (replicator == null) {
            throw new ConnectException("There is no replication target '" + target + "'; those of goldsmith.yaml are "
                    + String.join(", ", replicators.keySet()));
        }
        return replicator;
    }
}
