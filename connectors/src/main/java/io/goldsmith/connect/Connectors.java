package io.goldsmith.connect;

import io.goldsmith.connect.replicate.DeliveryLedger;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.resolution.ResolutionSummary;
import java.time.Clock;
import java.util.List;

/** Everything of a hub that crosses its border: extraction, replication, and the load of the DMP's warehouse. Thread-safe. */
public final class Connectors implements AutoCloseable {

    /** Opens the connectors of a hub; nothing runs by itself until {@link #start()}. */
    public static Connectors open(Hub hub, Clock clock) {
        return open(hub, clock, StageProgress.NONE);
    }

    /**
     * Opens the connectors of a hub and tells how far long work is.
     *
     * @throws ConnectException naming every setting that contradicts another
     */
    public static Connectors open(Hub hub, Clock clock, StageProgress progress) {
        throw new UnsupportedOperationException();
    }

    /** The names of the connectors, in the order of the configuration. */
    public List<String> names() {
        throw new UnsupportedOperationException();
    }

    /**
     * Extracts what is new in one connector's system and resolves it. A system that cannot be reached does not throw: the report says so.
     *
     * @throws ConnectException if there is no connector of that name; the message names those that there are
     */
    public LoadSummary extract(String connector) {
        throw new UnsupportedOperationException();
    }

    /** Extracts all connectors, at most two at once, then resolves. One that fails does not stop the others. */
    public LoadSummary extractAll() {
        throw new UnsupportedOperationException();
    }

    /** Resolves what is pending, gives change events their positions, and replicates what is due. */
    public ResolutionSummary settle(String cause) {
        throw new UnsupportedOperationException();
    }

    /** Lets replication start after what has happened so far: nothing of it is sent. Targets that have started already stay where they are. */
    public void startReplicationFromHere() {
        throw new UnsupportedOperationException();
    }

    /** Starts the schedules: extraction, resolution, replication and the warehouse load. */
    public void start() {
        throw new UnsupportedOperationException();
    }

    /** What was delivered to which target. */
    public DeliveryLedger ledger() {
        throw new UnsupportedOperationException();
    }

    /**
     * Sends a target's dead letters again.
     *
     * @return how many wait to be sent again
     * @throws ConnectException if there is no target of that name
     */
    public int replay(String target) {
        throw new UnsupportedOperationException();
    }

    /**
     * Sends one dead letter again.
     *
     * @return false if it is not a dead letter, or a newer delivery took its place
     */
    public boolean replay(long deliveryId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
