package io.goldsmith.connect.capture;

import io.goldsmith.connect.mapping.StreamMapping;
import io.goldsmith.connect.settings.CaptureConnectorSettings;
import io.goldsmith.connect.spi.ExtractionRun;
import io.goldsmith.connect.spi.StreamLander;
import java.sql.Connection;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.ReplicationSlotInfo;

/**
 * Lands the rows that tables have when their capture begins: those that are visible at the position from which a new slot tells changes, so that none is
 * missed between.
 */
final class Snapshot {

    private final CaptureLogin login;
    private final CaptureConnectorSettings settings;
    private final Map<String, StreamMapping> mappings;
    private final CapturePositions positions;

    Snapshot(
            CaptureLogin login,
            CaptureConnectorSettings settings,
            Map<String, StreamMapping> mappings,
            CapturePositions positions) {
        this.login = login;
        this.settings = settings;
        this.mappings = mappings;
        this.positions = positions;
    }

    /** Makes the slot that the snapshot is of. */
    interface SlotMaking {
        ReplicationSlotInfo make(Connection replicating) throws SQLException;
    }

    /** Is told from where on the new slot has changes, before the first row is landed. */
    interface Beginning {
        void at(LogSequenceNumber position);
    }

    /**
     * Lands the rows of tables.
     *
     * @param isFull whether what the source system has is these rows and no more
     */
    void land(List<CapturedTable> tables, boolean isFull, SlotMaking slot, Beginning beginning, ExtractionRun run)
            throws SQLException {
        try (Connection reading = login.querying()) {
            // Taken before: what the slot tells was committed later, as making it waits for what is under way.
            Instant time = now(reading);
            try (Connection replicating = login.replicating()) {
                ReplicationSlotInfo made = slot.make(replicating);
                beginning.at(made.getConsistentPoint());
                show(reading, made.getSnapshotName());
            }
            if (isFull) {
                run.beginFullExtract(settings.source());
            }
            for (CapturedTable table : tables) {
                land(reading, table, time, run);
                if (!isFull) {
                    positions.begun(table.stream());
                }
            }
            reading.rollback();
        }
        if (isFull) {
            run.endFullExtract();
            tables.forEach(table -> positions.begun(table.stream()));
        }
    }

    private static Instant now(Connection connection) throws SQLException {
        return Instant.parse(
                Publisher.text(connection, "select to_char(clock_timestamp(), 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
    }

    private static void show(Connection reading, String snapshot) throws SQLException {
        reading.setAutoCommit(false);
        reading.setReadOnly(true);
        reading.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement statement = reading.createStatement()) {
            statement.execute("set transaction snapshot '" + snapshot + "'");
        }
    }

    private void land(Connection reading, CapturedTable table, Instant time, ExtractionRun run) throws SQLException {
        StreamMapping mapping = mappings.get(table.stream());
        StreamLander lander = new StreamLander();
        TableRows rows = new TableRows(reading, settings.fetchSize(), (int)
                Math.max(1, settings.timeout().toSeconds()));
        rows.read(
                new TableRows.Query(table.from(), table.columns(), Optional.of(mapping.keyColumn()), 0),
                time,
                new TableRows.Taking() {
                    @Override
                    public void columns(ResultSetMetaData columns) {
                        // They were looked at when the table was.
                    }

                    @Override
                    public void row(ChangeRow row) {
                        if (lander.add(mapping.map(row))) {
                            lander.flushBehind(run, newest -> {});
                        }
                    }
                });
        lander.flush(run);
    }
}
