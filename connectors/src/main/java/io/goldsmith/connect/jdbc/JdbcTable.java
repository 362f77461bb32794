package io.goldsmith.connect.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.goldsmith.connect.mapping.RecordMapping;
import io.goldsmith.connect.mapping.TimestampColumn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The table of a stream, as it is written: rows are locked, looked at and changed in one transaction. Used by one thread at a time. */
public final class JdbcTable implements AutoCloseable {

    /**
     * Who writes where.
     *
     * @param target the target's name
     * @param url the database's address
     * @param user the writer, empty if the address says it
     * @param password the writer's password, empty if there is none
     * @param timeout how long to wait for a connection or a statement
     */
    public record Access(
            String target, String url, Optional<String> user, Optional<String> password, Duration timeout) {}

    /** What is done in one transaction. */
    @FunctionalInterface
    public interface Work<T> {

        T in(TableTransaction transaction) throws SQLException;
    }

    private final HikariDataSource dataSource;
    private final String address;
    private final int timeoutSeconds;
    final String table;
    final RecordMapping mapping;
    final Map<String, String> set;
    final Optional<String> deliveriesTable;
    final Clock clock;

    /** The columns that are looked at. */
    final Set<String> read;

    private final Set<String> columns;
    private final Map<String, Integer> types = new HashMap<>();
    private JdbcColumns described = JdbcColumns.NONE;

    /**
     * The database is reached at the first transaction, not here.
     *
     * @param mapping how the table's rows are read
     * @param set columns that change with each write: {@code now}, {@code next}, or the text that stands there
     * @param deliveriesTable where deliveries are noted, if they are
     * @param others columns that only new rows get
     * @param marks columns that are not mapped, and are read and written all the same
     * @throws IllegalArgumentException if a name is not a plain SQL name
     */
    public JdbcTable(
            Access access,
            String table,
            RecordMapping mapping,
            Map<String, String> set,
            Optional<String> deliveriesTable,
            Collection<String> others,
            Collection<String> marks,
            Clock clock) {
        this.read = new LinkedHashSet<>(mapping.columns());
        this.read.addAll(marks);
        this.columns = new LinkedHashSet<>(read);
        this.columns.addAll(set.keySet());
        this.columns.addAll(others);
        JdbcQuery.select(table, columns);
        JdbcQuery.select(deliveriesTable.orElse(table), Set.of());
        this.table = table;
        this.mapping = mapping;
        this.set = set;
        this.deliveriesTable = deliveriesTable;
        this.clock = clock;
        this.address = JdbcFailure.withoutOptions(access.url());
        this.timeoutSeconds = (int) Math.max(1, access.timeout().toSeconds());
        this.dataSource = dataSource(access);
    }

    private static HikariDataSource dataSource(Access access) {
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setPoolName("target-" + access.target());
        dataSource.setJdbcUrl(access.url());
        access.user().ifPresent(dataSource::setUsername);
        access.password().ifPresent(dataSource::setPassword);
        dataSource.setMaximumPoolSize(1);
        dataSource.setMinimumIdle(0);
        dataSource.setAutoCommit(false);
        dataSource.setExceptionOverrideClassName(QuietFailure.class.getName());
        dataSource.setInitializationFailTimeout(-1);
        dataSource.setConnectionTimeout(
                Math.max(250, Math.min(5_000, access.timeout().toMillis())));
        dataSource.setValidationTimeout(250);
        return dataSource;
    }

    /** Where it is, without options, which may hold credentials. */
    public String place() {
        return table + " at " + address;
    }

    /** The column with the time of a row's last change. */
    TimestampColumn timestamp() {
        return mapping.timestamp().orElseThrow();
    }

    /**
     * Works in one transaction, which is committed if the work returns.
     *
     * @throws SQLException if the database fails or cannot be reached; after a failed commit nobody knows whether it was done
     */
    public <T> T inTransaction(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (types.isEmpty()) {
                readTypes(connection);
            }
            boolean isDone = false;
            try {
                T result = work.in(new TableTransaction(this, connection));
                connection.commit();
                isDone = true;
                return result;
            } finally {
                if (!isDone) {
                    rollback(connection);
                    dataSource.evictConnection(connection);
                }
            }
        }
    }

    /** What went wrong is on its way already; the database rolls back by itself if it cannot be told. */
    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException lost) {
            // See above.
        }
    }

    private void readTypes(Connection connection) throws SQLException {
        String none = JdbcQuery.select(table, columns) + " where 1 = 0";
        try (PreparedStatement query = prepare(connection, none)) {
            query.executeQuery();
            ResultSetMetaData found = query.getMetaData();
            described = JdbcColumns.of(found);
            int index = 1;
            for (String column : columns) {
                types.put(column.toUpperCase(Locale.ROOT), found.getColumnType(index++));
            }
        }
    }

    /** The type of a column, of {@link java.sql.Types}. */
    int type(String column) {
        return types.get(column.toUpperCase(Locale.ROOT));
    }

    /** Its columns as the database has them. */
    JdbcColumns described() {
        return described;
    }

    int timeoutSeconds() {
        return timeoutSeconds;
    }

    PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(timeoutSeconds);
        return statement;
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
