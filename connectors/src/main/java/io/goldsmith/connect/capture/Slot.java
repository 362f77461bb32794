package io.goldsmith.connect.capture;

import io.goldsmith.connect.settings.CaptureConnectorSettings;
import io.goldsmith.connect.spi.Waiting;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.ReplicationSlotInfo;
import org.postgresql.replication.fluent.logical.ChainedLogicalCreateSlotBuilder;

/** The replication slot: the server's note of what it has to keep for the hub. */
final class Slot {

    private static final String PLUGIN = "pgoutput";

    /** How often it is looked whether the server has let go of a connection of ours that was closed just now. */
    private static final Duration LOOK = Duration.ofMillis(50);

    private static final int LOOKS = 40;

    private final CaptureConnectorSettings settings;
    private final CaptureFailure failure;
    private final Waiting waiting;

    Slot(CaptureConnectorSettings settings, CaptureFailure failure, Waiting waiting) {
        this.settings = settings;
        this.failure = failure;
        this.waiting = waiting;
    }

    /**
     * The slot as the server has it.
     *
     * @param confirmed up to where it was told that changes are landed
     * @param reader the process that reads it; empty: nobody
     * @param retained how much of its log the server keeps for it, in bytes
     */
    record State(
            String plugin,
            boolean isOfThisDatabase,
            LogSequenceNumber confirmed,
            Optional<Long> reader,
            long retained,
            boolean isLost) {}

    /** The slot, if it is there. */
    Optional<State> find(Connection connection) throws SQLException {
        String sql = "select coalesce(plugin, ''), coalesce(database = current_database(), false),"
                + " coalesce(confirmed_flush_lsn, '0/0'), active_pid,"
                + " coalesce(pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn), 0)::int8, restart_lsn is null"
                + " from pg_replication_slots where slot_name = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, settings.slot());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                long reader = row.getLong(4);
                Optional<Long> process = row.wasNull() ? Optional.empty() : Optional.of(reader);
                return Optional.of(new State(
                        row.getString(1),
                        row.getBoolean(2),
                        LogSequenceNumber.valueOf(row.getString(3)),
                        process,
                        row.getLong(5),
                        row.getBoolean(6)));
            }
        }
    }

    /**
     * The slot, if it is there, made sure that it can be read and that nothing is missing in it.
     *
     * @param server the identifier of the server's database cluster
     * @param reached how far it was landed
     * @throws io.goldsmith.connect.ConnectException if another reads it, it is another's, or changes are missing
     */
    Optional<State> checked(Connection connection, String server, Optional<CapturePositions.Reached> reached)
            throws SQLException {
        Optional<State> found = withoutReader(connection);
        if (reached.isPresent() && !reached.get().server().equals(server)) {
            throw failure.lost("finds another database cluster at " + failure.place() + " than it has captured from");
        }
        if (found.isEmpty()) {
            if (reached.isPresent()) {
                throw failure.lost("finds its slot " + settings.slot() + " at " + failure.place() + " gone");
            }
            return found;
        }
        State state = found.get();
        if (!state.plugin().equals(PLUGIN) || !state.isOfThisDatabase()) {
            throw failure.of("finds slot " + settings.slot() + " at " + failure.place()
                    + " made for another database or plugin; give the connector a slot of its own");
        }
        if (state.isLost()) {
            throw failure.lost("finds that " + failure.place() + " has removed what it kept for slot " + settings.slot()
                    + " (max_slot_wal_keep_size)");
        }
        if (reached.isPresent() && state.confirmed().compareTo(reached.get().position()) > 0) {
            throw failure.lost("has landed up to " + reached.get().position().asString() + ", but slot "
                    + settings.slot() + " was moved on to " + state.confirmed().asString()
                    + " by somebody else, or the hub's database was restored");
        }
        return found;
    }

    private Optional<State> withoutReader(Connection connection) throws SQLException {
        Optional<State> found = find(connection);
        for (int look = 0; look < LOOKS && found.flatMap(State::reader).isPresent(); look++) {
            waiting.pause(LOOK);
            found = find(connection);
        }
        Optional<Long> reader = found.flatMap(State::reader);
        if (reader.isPresent()) {
            throw failure.slotInUse(reader.get());
        }
        return found;
    }

    /** Makes the slot; the snapshot that comes with it may be used until the connection is used for something else. */
    ReplicationSlotInfo make(Connection replicating) throws SQLException {
        return builder(replicating, settings.slot()).make();
    }

    /** Makes a slot that goes with the connection, for its snapshot. */
    ReplicationSlotInfo makeTemporary(Connection replicating) throws SQLException {
        String name = settings.slot();
        String shortened = name.substring(0, Math.min(name.length(), 58)) + "_new";
        return builder(replicating, shortened).withTemporaryOption().make();
    }

    private static ChainedLogicalCreateSlotBuilder builder(Connection replicating, String name) throws SQLException {
        return replicating
                .unwrap(PGConnection.class)
                .getReplicationAPI()
                .createReplicationSlot()
                .logical()
                .withSlotName(name)
                .withOutputPlugin(PLUGIN);
    }
}
