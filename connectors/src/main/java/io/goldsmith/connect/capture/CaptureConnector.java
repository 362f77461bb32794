package io.goldsmith.connect.capture;

import io.goldsmith.connect.mapping.StreamMapping;
import io.goldsmith.connect.message.MessageConnector;
import io.goldsmith.connect.settings.CaptureConnectorSettings;
import io.goldsmith.connect.settings.StreamSettings;
import io.goldsmith.connect.spi.ExtractionRun;
import io.goldsmith.connect.spi.Listening;
import io.goldsmith.connect.spi.Positions;
import io.goldsmith.connect.spi.RecordReading;
import io.goldsmith.connect.spi.Waiting;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Captures the changes of a PostgreSQL database: lands the rows that are there when it begins, then each change as it is committed. A slot has one reader, so
 * nodes take turns. Thread-safe.
 */
public final class CaptureConnector implements Listening, AutoCloseable {

    private final CaptureConnectorSettings settings;
    private final CaptureLogin login;
    private final CaptureFailure failure;
    private final Publisher publisher;
    private final Slot slot;
    private final CapturePositions positions;
    private final Snapshot snapshot;
    private final MessageConnector changes;
    private final SlotLag lag = new SlotLag();
    private Optional<CaptureStart> start = Optional.empty();
    private boolean listens;

    /**
     * Makes it; the server is not asked yet.
     *
     * @param hubFolder the hub's folder
     */
    public CaptureConnector(
            String name,
            CaptureConnectorSettings settings,
            Path hubFolder,
            Positions positions,
            Waiting waiting,
            Clock clock) {
        Map<String, StreamMapping> mappings = new LinkedHashMap<>();
        for (StreamSettings stream : settings.streams()) {
            mappings.put(stream.name(), StreamMapping.of(settings.source(), stream, hubFolder));
        }
        this.settings = settings;
        this.login = new CaptureLogin(settings);
        this.failure = new CaptureFailure(name, settings);
        this.publisher = new Publisher(settings, mappings, failure);
        this.slot = new Slot(settings, failure, waiting);
        this.positions = new CapturePositions(positions, name, settings.slot());
        this.snapshot = new Snapshot(login, settings, mappings, this.positions);
        this.changes = new MessageConnector(
                name,
                settings,
                hubFolder,
                () -> ChangeReader.open(new ChangeReader.Parts(
                        settings, login, slot, this.positions, start.orElseThrow(), lag, waiting, failure)),
                waiting,
                clock);
    }

    @Override
    public String name() {
        return changes.name();
    }

    @Override
    public boolean isShared() {
        return false;
    }

    /** Lands what was changed up to now, and leaves the server unless the connector listens to it. A run that is a full extract is the snapshot alone. */
    @Override
    public synchronized void extract(ExtractionRun run) {
        if (!listens) {
            prepare(run);
        }
        if (!run.isFullExtract()) {
            changes.extract(run);
        }
    }

    @Override
    public synchronized void listen(ExtractionRun run, Runnable landed) {
        if (!listens) {
            prepare(run);
            if (run.counts().read() > 0) {
                landed.run();
            }
        }
        listens = false;
        if (!run.isFullExtract()) {
            changes.listen(run, landed);
            listens = true;
        }
    }

    /** Makes sure that all is as it must be, and lands the rows of tables whose capture begins. */
    private void prepare(ExtractionRun run) {
        try {
            start = Optional.of(begin(run));
        } catch (SQLException refused) {
            throw failure.of(refused);
        }
    }

    private CaptureStart begin(ExtractionRun run) throws SQLException {
        List<CapturedTable> tables;
        Optional<Slot.State> found;
        String server;
        try (Connection connection = login.querying()) {
            server = Publisher.text(connection, "select system_identifier from pg_control_system()");
            tables = publisher.tables(connection);
            found = slot.checked(connection, server, positions.reached());
        }
        if (found.isPresent() && positions.reached().isEmpty()) {
            positions.move(new CapturePositions.Reached(server, found.get().confirmed()));
        }
        List<CapturedTable> begun = tables.stream()
                .filter(table -> !positions.isBegun(table.stream()))
                .toList();
        if (found.isEmpty() || !begun.isEmpty()) {
            begin(tables, begun, found.isEmpty(), server, run);
        }
        return new CaptureStart(positions.reached().orElseThrow(), tables);
    }

    private void begin(
            List<CapturedTable> all, List<CapturedTable> begun, boolean isNew, String server, ExtractionRun run)
            throws SQLException {
        Snapshot.SlotMaking making = isNew ? slot::make : slot::makeTemporary;
        Snapshot.Beginning beginning = position -> {
            if (isNew) {
                positions.move(new CapturePositions.Reached(server, position));
            }
        };
        List<CapturedTable> read = settings.snapshot() ? begun : List.of();
        boolean isFull = settings.fullExtract() && begun.size() == all.size();
        if (isNew || !read.isEmpty()) {
            snapshot.land(read, isFull, making, beginning, run);
        }
        begun.stream().map(CapturedTable::stream).forEach(positions::begun);
    }

    /** What is captured is what happened, not what the system has: nothing is handed over. */
    @Override
    public boolean read(String stream, RecordReading reading) {
        return false;
    }

    /** How much of its log the server keeps for the hub, in bytes; not a number if this node does not read the slot. */
    public double retainedBytes() {
        return lag.bytes();
    }

    @Override
    public synchronized void leave() {
        listens = false;
        changes.leave();
    }

    @Override
    public void close() {
        leave();
    }
}
