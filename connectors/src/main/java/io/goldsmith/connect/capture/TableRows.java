package io.goldsmith.connect.capture;

import io.goldsmith.connect.jdbc.JdbcQuery;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the rows of a table as changes would bring them, in the connection's transaction. */
final class TableRows {

    private final Connection connection;
    private final int fetchSize;
    private final int timeoutSeconds;

    /** @param connection without auto-commit, or else the server hands the whole result over at once */
    TableRows(Connection connection, int fetchSize, int timeoutSeconds) {
        this.connection = connection;
        this.fetchSize = fetchSize;
        this.timeoutSeconds = timeoutSeconds;
    }

    /**
     * What is read.
     *
     * @param from the table
     * @param columns empty: all
     * @param key the column that tells rows apart in their origins; empty: none does
     * @param most how many rows; 0: all
     */
    record Query(String from, Collection<String> columns, Optional<String> key, int most) {}

    /** Takes the rows of a table. */
    interface Taking {

        /** Is told of the columns, before the first row. */
        void columns(ResultSetMetaData columns) throws SQLException;

        /** Takes a row. */
        void row(ChangeRow row);
    }

    /** @param time as of when the rows are */
    void read(Query query, Instant time, Taking taking) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(fetchSize);
            statement.setMaxRows(query.most());
            statement.setQueryTimeout(timeoutSeconds);
            try (ResultSet rows = statement.executeQuery(JdbcQuery.select(query.from(), once(query.columns())))) {
                taking.columns(rows.getMetaData());
                Map<String, ServerType> types = types(rows.getMetaData());
                while (rows.next()) {
                    taking.row(row(query, time, types, rows));
                }
            }
        }
    }

    /** A mapping may name a column in capitals here and in small letters there. */
    private static Set<String> once(Collection<String> columns) {
        return columns.stream()
                .map(column -> column.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Map<String, ServerType> types(ResultSetMetaData columns) throws SQLException {
        Map<String, ServerType> types = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            boolean isArray = columns.getColumnType(i) == Types.ARRAY;
            types.put(
                    columns.getColumnLabel(i).toLowerCase(Locale.ROOT),
                    ServerType.of(columns.getColumnTypeName(i), isArray));
        }
        return types;
    }

    private static ChangeRow row(Query query, Instant time, Map<String, ServerType> types, ResultSet row)
            throws SQLException {
        Map<String, ChangeRow.Cell> cells = new LinkedHashMap<>();
        int index = 1;
        for (Map.Entry<String, ServerType> column : types.entrySet()) {
            String text = row.getString(index++);
            if (text != null) {
                cells.put(column.getKey(), new ChangeRow.Cell(text, column.getValue()));
            }
        }
        String key = query.key()
                .flatMap(column -> Optional.ofNullable(cells.get(column)))
                .map(ChangeRow.Cell::text)
                .orElse("without key");
        return new ChangeRow(query.from() + " " + key, time, cells);
    }
}
