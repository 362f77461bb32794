package io.goldsmith.mdm.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Inserts rows into one table on the connection of a transaction: a few by one statement, many by the database's fastest way in, COPY on
 * PostgreSQL and batches on H2. Rows in the order of their primary key are written fastest. Close it to write the rest: a row counts
 * only then. Other statements may run between two rows. Not thread-safe, like its connection.
 *
 * <p>The database refuses a row as it would refuse a single insert, by the same SQL states, but the row that is at fault is not told.
 */
public final class RowWriter implements AutoCloseable {

    /** Up to here one statement, which the server keeps prepared, costs less than the round trips of a COPY. */
    private static final int FEW = 50;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private final Connection connection;
    private final boolean copies;
    private final String target;
    private final String insert;
    private final int width;
    private final List<Object[]> few = new ArrayList<>();
    private Optional<CopyBuffer> copy = Optional.empty();
    private Optional<BulkWriter> batches = Optional.empty();
    private long rows;

    /**
     * @throws IllegalArgumentException if a name is none of SQL in lower case: names come from code, never from outside
     */
    RowWriter(Connection connection, boolean isPostgreSql, String table, List<String> columns) throws SQLException {
        requireName(table);
        columns.forEach(RowWriter::requireName);
        this.connection = connection;
        this.copies = isPostgreSql;
        this.target = table + " (" + String.join(", ", columns) + ")";
        this.insert = "insert into " + target + " values (" + "?, ".repeat(columns.size() - 1) + "?)";
        this.width = columns.size();
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A table or column is named in lower case, as in the migration, but not '" + name + "'");
        }
    }

    /**
     * Adds a row, its values by position: texts, numbers, booleans, dates, instants (written as UTC), nulls, and optionals of them.
     *
     * @throws IllegalArgumentException if there are not as many values as columns, or one is of another type
     */
    public void row(Object... values) throws SQLException {
        if (values.length != width) {
            throw new IllegalArgumentException(
                    "A row has " + width + " values, as many as the columns named, but this one has " + values.length);
        }
        for (int i = 0; i < width; i++) {
            if (values[i] instanceof Optional<?> optional) {
                values[i] = optional.orElse(null);
            }
            requireKnown(values[i]);
        }
        rows++;
        if (!copies) {
            batch().row(values);
        } else if (rows <= FEW) {
            few.add(values);
        } else {
            copy().row(values);
        }
    }

    private static void requireKnown(Object value) {
        boolean known = value == null
                || value instanceof String
                || value instanceof Long
                || value instanceof Integer
                || value instanceof Boolean
                || value instanceof Instant
                || value instanceof LocalDate
                || value instanceof BigDecimal;
        if (!known) {
            throw new IllegalArgumentException("A row holds texts, whole and decimal numbers, booleans, dates and"
                    + " instants, but not a " + value.getClass().getName());
        }
    }

    private CopyBuffer copy() throws SQLException {
        if (copy.isEmpty()) {
            CopyBuffer buffer = new CopyBuffer(connection, target);
            for (Object[] row : few) {
                buffer.row(row);
            }
            few.clear();
            copy = Optional.of(buffer);
        }
        return copy.get();
    }

    private BulkWriter batch() throws SQLException {
        if (batches.isEmpty()) {
            batches = Optional.of(new BulkWriter(connection, insert));
        }
        return batches.get();
    }

    /** How many rows were added. */
    public long rows() {
        return rows;
    }

    @Override
    public void close() throws SQLException {
        for (Object[] row : few) {
            batch().row(row);
        }
        few.clear();
        if (batches.isPresent()) {
            batches.get().close();
        }
        if (copy.isPresent()) {
            copy.get().flush();
        }
    }
}
