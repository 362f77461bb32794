package io.goldsmith.connect.jdbc;

import io.goldsmith.connect.settings.JdbcConnectorSettings;
import io.goldsmith.connect.settings.StreamSettings;
import io.goldsmith.connect.spi.Sample;
import io.goldsmith.connect.spi.SampledColumn;
import io.goldsmith.connect.spi.SampledRow;
import io.goldsmith.connect.spi.Sampling;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** Looks at the first rows of a table, over a connection of its own that only reads. */
public final class JdbcSampling implements Sampling {

    private final JdbcConnectorSettings settings;
    private final JdbcFailure failure;

    public JdbcSampling(String name, JdbcConnectorSettings settings) {
        this.settings = settings;
        this.failure = new JdbcFailure(name, JdbcFailure.withoutOptions(settings.url()));
    }

    @Override
    public Sample first(StreamSettings stream, Set<String> wanted, int most) {
        String table = stream.from();
        try (Connection connection = DriverManager.getConnection(settings.url(), credentials())) {
            connection.setReadOnly(true);
            // With auto-commit, PostgreSQL reads the whole result before it gives the first row.
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setMaxRows(most);
                statement.setFetchSize(Math.min(most, settings.fetchSize()));
                statement.setQueryTimeout((int) Math.max(1, settings.timeout().toSeconds()));
                try (ResultSet rows = statement.executeQuery(JdbcQuery.select(table, wanted))) {
                    return sample(connection, table, rows);
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException unreadable) {
            throw failure.of(table, unreadable);
        }
    }

    private Properties credentials() {
        Properties credentials = new Properties();
        settings.user().ifPresent(user -> credentials.setProperty("user", user));
        settings.password().ifPresent(password -> credentials.setProperty("password", password));
        return credentials;
    }

    private static Sample sample(Connection connection, String table, ResultSet rows) throws SQLException {
        Set<String> key = primaryKey(connection, table);
        ResultSetMetaData described = rows.getMetaData();
        List<SampledColumn> columns = new ArrayList<>();
        for (int i = 1; i <= described.getColumnCount(); i++) {
            String name = described.getColumnLabel(i);
            boolean isKey = key.size() == 1 && key.contains(name.toUpperCase(Locale.ROOT));
            columns.add(new SampledColumn(name, kind(described.getColumnType(i)), isKey));
        }
        String keyColumn = columns.stream()
                .filter(SampledColumn::isKey)
                .findFirst()
                .orElse(columns.get(0))
                .name();
        List<SampledRow> sampled = new ArrayList<>();
        while (rows.next()) {
            Map<String, Object> values = new HashMap<>();
            for (SampledColumn column : columns) {
                values.put(column.name(), rows.getObject(column.name()));
            }
            sampled.add(new SampledRow.Readable(new JdbcRow(table, keyColumn, JdbcRow.names(values), values)));
        }
        return new Sample(table, columns, sampled);
    }

    /** The columns of the primary key in upper case; none for a view. */
    private static Set<String> primaryKey(Connection connection, String table) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        String[] names = table.split("\\.");
        String name = cased(database, names[names.length - 1]);
        String schema = names.length > 1 ? cased(database, names[names.length - 2]) : connection.getSchema();
        Set<String> key = new HashSet<>();
        try (ResultSet columns = database.getPrimaryKeys(connection.getCatalog(), schema, name)) {
            while (columns.next()) {
                key.add(columns.getString("COLUMN_NAME").toUpperCase(Locale.ROOT));
            }
        }
        return key;
    }

    /** A plain name as the database keeps it. */
    private static String cased(DatabaseMetaData database, String name) throws SQLException {
        if (database.storesUpperCaseIdentifiers()) {
            return name.toUpperCase(Locale.ROOT);
        }
        return database.storesLowerCaseIdentifiers() ? name.toLowerCase(Locale.ROOT) : name;
    }

    private static SampledColumn.Kind kind(int type) {
        return switch (type) {
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> SampledColumn.Kind.TIMESTAMP;
            case Types.DATE -> SampledColumn.Kind.DATE;
            case Types.BOOLEAN, Types.BIT -> SampledColumn.Kind.BOOLEAN;
            case Types.TINYINT,
                    Types.SMALLINT,
                    Types.INTEGER,
                    Types.BIGINT,
                    Types.NUMERIC,
                    Types.DECIMAL,
                    Types.REAL,
                    Types.FLOAT,
                    Types.DOUBLE -> SampledColumn.Kind.NUMBER;
            default -> SampledColumn.Kind.TEXT;
        };
    }

    @Override
    public void close() {
        // Every connection is closed when it was read.
    }
}
