package io.goldsmith.dmp.warehouse;

import io.goldsmith.dmp.anonymise.ProjectionRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;

/**
 * The table {@code projection}. Its columns are the configured ones, so its definition is put together here; the names
 * were checked by the settings to be plain lower-case words.
 */
final class ProjectionTable {

    private ProjectionTable() {}

    static void replace(Connection connection, List<String> columns, List<ProjectionRow> rows) throws SQLException {
        String definition =
                columns.stream().map(name -> '"' + name + "\" VARCHAR NOT NULL").collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE OR REPLACE TABLE projection (" + definition + ")");
        }
        try (DuckDBAppender appender = DuckDatabase.appender(connection, "projection")) {
            for (ProjectionRow row : rows) {
                appender.beginRow();
                for (String value : row.values()) {
                    appender.append(value);
                }
                appender.endRow();
            }
        }
    }

    static ProjectionSample sample(Connection connection, int limit) throws SQLException {
        List<String> columns = columns(connection);
        List<List<String>> rows = new ArrayList<>();
        if (!columns.isEmpty()) {
            try (PreparedStatement select = connection.prepareStatement("SELECT * FROM projection LIMIT ?")) {
                select.setInt(1, limit);
                try (ResultSet found = select.executeQuery()) {
                    while (found.next()) {
                        rows.add(row(found, columns.size()));
                    }
                }
            }
        }
        return new ProjectionSample(columns, rows);
    }

    private static List<String> columns(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT column_name FROM information_schema.columns"
                        + " WHERE table_name = 'projection' ORDER BY ordinal_position")) {
            List<String> columns = new ArrayList<>();
            while (found.next()) {
                columns.add(found.getString(1));
            }
            return columns;
        }
    }

    private static List<String> row(ResultSet found, int columns) throws SQLException {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
            row.add(found.getString(column));
        }
        return List.copyOf(row);
    }
}
