package io.goldsmith.connect.jdbc;

import io.goldsmith.connect.settings.JdbcConnectorSettings;
import io.goldsmith.connect.settings.StreamSettings;
import io.goldsmith.connect.spi.Sample;
import io.goldsmith.connect.spi.SampledColumn;
import io.goldsmith.connect.spi.SampledRow;
import io.goldsmith.connect.spi.Sampling;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
        List<SampledColumn> columns = TableColumns.of(connection, table, rows.getMetaData());
        String keyColumn = columns.stream()
                .filter(SampledColumn::isKey)
                .findFirst()
                .orElse(columns.get(0))
                .name();
        JdbcColumns described = JdbcColumns.of(rows.getMetaData());
        List<SampledRow> sampled = new ArrayList<>();
        while (rows.next()) {
            Map<String, Object> values = new HashMap<>();
            for (SampledColumn column : columns) {
                values.put(column.name(), rows.getObject(column.name()));
            }
            sampled.add(new SampledRow.Readable(new JdbcRow(table, keyColumn, described, values)));
        }
        return new Sample(table, columns, sampled);
    }

    @Override
    public void close() {
        // Every connection is closed when it was read.
    }
}
