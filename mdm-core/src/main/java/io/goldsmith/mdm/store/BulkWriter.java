package io.goldsmith.mdm.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Writes many rows by one statement, in batches of {@value #BATCH}. Rows in the order of their primary key are written fastest. Close
 * it to write the rest: a row counts only then. Not thread-safe, like its connection.
 */
public final class BulkWriter implements AutoCloseable {

    private static final int BATCH = 1_000;

    private final PreparedStatement statement;
    private int waiting;
    private long rows;
    private long changed;

    BulkWriter(Connection connection, String sql) throws SQLException {
        this.statement = connection.prepareStatement(sql);
    }

    /**
     * Adds a row, its values by position. An {@link Instant} is written as UTC, an {@link Optional} as its value or null.
     */
    public void row(Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            set(i + 1, values[i]);
        }
        statement.addBatch();
        rows++;
        if (++waiting == BATCH) {
            flush();
        }
    }

    private void set(int position, Object value) throws SQLException {
        if (value instanceof String text) {
            statement.setString(position, text);
        } else if (value instanceof Long number) {
            statement.setLong(position, number);
        } else if (value instanceof Integer number) {
            statement.setInt(position, number);
        } else if (value instanceof Boolean flag) {
            statement.setBoolean(position, flag);
        } else if (value instanceof Instant instant) {
            statement.setObject(position, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
        } else if (value instanceof LocalDate date) {
            statement.setObject(position, date);
        } else if (value instanceof Optional<?> optional) {
            set(position, optional.orElse(null));
        } else if (value == null) {
            statement.setNull(position, Types.NULL);
        } else {
            statement.setObject(position, value);
        }
    }

    /** Writes what waits. */
    public void flush() throws SQLException {
        if (waiting > 0) {
            for (int count : statement.executeBatch()) {
                changed += Math.max(count, 0);
            }
            waiting = 0;
        }
    }

    /** How many rows were added. */
    public long rows() {
        return rows;
    }

    /** How many rows of the table the flushed updates or deletes changed; for inserts the driver may not say. */
    public long changed() {
        return changed;
    }

    @Override
    public void close() throws SQLException {
        try (statement) {
            flush();
        }
    }
}
