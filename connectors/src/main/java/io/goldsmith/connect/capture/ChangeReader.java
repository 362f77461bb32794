package io.goldsmith.connect.capture;

import io.goldsmith.connect.message.Message;
import io.goldsmith.connect.message.MessageReader;
import io.goldsmith.connect.settings.CaptureConnectorSettings;
import io.goldsmith.connect.spi.Waiting;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.PGReplicationStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the changes that the server tells by the slot, whole transactions as far as a batch holds them. The position moves in the hub's database first and is told to the
 * server then, and only to where whole transactions are landed.
 */
final class ChangeReader implements MessageReader {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeReader.class);

    /** How long to wait for more where nothing is there to be read. */
    private static final Duration PAUSE = Duration.ofMillis(10);

    /** How often the server is told of what needed no landing, and looked at. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final Connection querying;
    private final Connection replicating;
    private final PGReplicationStream stream;
    private final RowChanges changes;
    private final Slot slot;
    private final CapturePositions positions;
    private final String server;
    private final SlotLag lag;
    private final Waiting waiting;
    private final CaptureFailure failure;
    private LogSequenceNumber end = LogSequenceNumber.INVALID_LSN;
    private LogSequenceNumber told;
    private LogSequenceNumber read;
    private boolean isInTransaction;
    private Instant committedAt = Instant.EPOCH;
    private long looked = System.nanoTime() - LOOK.toNanos();

    private ChangeReader(Parts parts, Connection querying, Connection replicating, PGReplicationStream stream) {
        this.querying = querying;
        this.replicating = replicating;
        this.stream = stream;
        this.changes = new RowChanges(parts.start().tables(), querying, parts.failure());
        this.slot = parts.slot();
        this.positions = parts.positions();
        this.server = parts.start().reached().server();
        this.told = parts.start().reached().position();
        this.read = told;
        this.lag = parts.lag();
        this.waiting = parts.waiting();
        this.failure = parts.failure();
    }

    /** What reading is made of. */
    record Parts(
            CaptureConnectorSettings settings,
            CaptureLogin login,
            Slot slot,
            CapturePositions positions,
            CaptureStart start,
            SlotLag lag,
            Waiting waiting,
            CaptureFailure failure) {}

    /** @throws io.goldsmith.connect.ConnectException if the server cannot be reached, or another reads the slot */
    static ChangeReader open(Parts parts) {
        Connection querying = null;
        Connection replicating = null;
        try {
            querying = parts.login().querying();
            replicating = parts.login().replicating();
            return new ChangeReader(parts, querying, replicating, stream(parts, replicating));
        } catch (SQLException refused) {
            close(replicating);
            close(querying);
            throw parts.failure().of(refused);
        }
    }

    private static PGReplicationStream stream(Parts parts, Connection replicating) throws SQLException {
        return replicating
                .unwrap(PGConnection.class)
                .getReplicationAPI()
                .replicationStream()
                .logical()
                .withSlotName(parts.settings().slot())
                .withStartPosition(parts.start().reached().position())
                .withSlotOption("proto_version", 1)
                .withSlotOption("publication_names", parts.settings().publication())
                .withStatusInterval((int) LOOK.toSeconds(), TimeUnit.SECONDS)
                .withAutomaticFlush(false)
                .start();
    }

    @Override
    public void begin() {
        try {
            end = LogSequenceNumber.valueOf(Publisher.text(querying, "select pg_current_wal_flush_lsn()"));
        } catch (SQLException refused) {
            throw failure.of(refused);
        }
    }

    @Override
    public List<Message> next(Duration atMost) {
        try {
            ChangeBatch batch = new ChangeBatch();
            long until = System.nanoTime() + atMost.toNanos();
            boolean goesOn = true;
            while (goesOn && !batch.isFull() && !waiting.isClosing()) {
                ByteBuffer bytes = stream.readPending();
                if (bytes != null) {
                    take(ReplicationMessage.read(bytes), batch);
                }
                boolean isQuiet = bytes == null && !batch.isEmpty();
                // Within a transaction the rest is on its way: a batch is cut there only where it is full.
                goesOn = isInTransaction || !isQuiet && System.nanoTime() < until;
                if (goesOn && bytes == null) {
                    waiting.pause(PAUSE);
                }
            }
            if (batch.isEmpty()) {
                look();
            }
            return batch.messages();
        } catch (SQLException refused) {
            throw failure.of(refused);
        }
    }

    private void take(ReplicationMessage message, ChangeBatch batch) throws SQLException {
        if (message instanceof ReplicationMessage.Begin begin) {
            isInTransaction = true;
            committedAt = begin.committedAt();
        } else if (message instanceof ReplicationMessage.Commit commit) {
            isInTransaction = false;
            read = commit.end();
            batch.commit();
        } else if (message instanceof ReplicationMessage.Relation relation) {
            changes.shape(relation);
        } else {
            changes.of(message, committedAt, stream.getLastReceiveLSN().asString())
                    .forEach(change -> batch.add(change.message(), change.record()));
        }
    }

    @Override
    public void landed() {
        try {
            tell(read);
            look();
        } catch (SQLException refused) {
            throw failure.of(refused);
        }
    }

    /** What is landed comes no more. */
    private void tell(LogSequenceNumber position) throws SQLException {
        if (position.compareTo(told) > 0) {
            positions.move(new CapturePositions.Reached(server, position));
            told = position;
        }
        stream.setAppliedLSN(told);
        stream.setFlushedLSN(told);
        stream.forceUpdateStatus();
    }

    /** Everything that came is landed: between transactions what came is all up to where the server says it is. */
    private void tellReceived() throws SQLException {
        if (!isInTransaction && stream.getLastReceiveLSN().compareTo(read) > 0) {
            read = stream.getLastReceiveLSN();
        }
        tell(read);
    }

    /**
     * Now and then: what other tables changed needs no landing, and is told as landed, lest the server keep its log for it; and the server is asked whether it
     * still tells changes, since silence does not say.
     */
    private void look() throws SQLException {
        if (System.nanoTime() - looked < LOOK.toNanos()) {
            return;
        }
        looked = System.nanoTime();
        tellReceived();
        Slot.State state = slot.find(querying).orElseThrow(() -> failure.lost("finds its slot gone"));
        if (state.isLost()) {
            throw failure.lost("finds that the server has removed what it kept for the slot (max_slot_wal_keep_size)");
        }
        if (state.reader().isEmpty()) {
            throw failure.of("lost " + failure.place() + "; it begins again where it stood");
        }
        lag.seen(state.retained());
    }

    @Override
    public boolean isDrained() {
        try {
            if (isInTransaction) {
                return false;
            }
            // The server answers with how far it is.
            tellReceived();
            return read.compareTo(end) >= 0;
        } catch (SQLException refused) {
            throw failure.of(refused);
        }
    }

    @Override
    public void close() {
        lag.unknown();
        try {
            stream.close();
        } catch (SQLException lost) {
            LOG.debug("the slot was not left well (SQL state {})", lost.getSQLState());
        }
        close(replicating);
        close(querying);
    }

    private static void close(Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException lost) {
            LOG.debug("a connection was not closed well (SQL state {})", lost.getSQLState());
        }
    }
}
