package io.goldsmith.connect.capture;

import io.goldsmith.connect.jdbc.JdbcQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads columns of a row that a change does not tell, since they are large and were not changed. They may be newer than the change; then the change that made
 * them so follows.
 */
final class ReadBack {

    private final Connection connection;

    /** @param connection with auto-commit */
    ReadBack(Connection connection) {
        this.connection = connection;
    }

    /**
     * The columns of a row; those that are null are left out.
     *
     * @param identity what tells the row apart, column to value
     * @return empty if the row is not there any more
     */
    Optional<Map<String, String>> columns(String from, List<String> columns, Map<String, String> identity)
            throws SQLException {
        if (identity.isEmpty()) {
            return Optional.empty();
        }
        List<String> conditions = new ArrayList<>();
        identity.keySet().forEach(column -> conditions.add(quoted(column) + " = ?"));
        String sql = JdbcQuery.select(from, columns) + " where " + String.join(" and ", conditions);
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            int index = 1;
            for (String value : identity.values()) {
                // Untyped, so that the server takes it as it wrote it.
                query.setObject(index++, value, Types.OTHER);
            }
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(read(columns, row)) : Optional.empty();
            }
        }
    }

    /** The server's own name, whatever letters it has. */
    private static String quoted(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }

    private static Map<String, String> read(List<String> columns, ResultSet row) throws SQLException {
        Map<String, String> values = new LinkedHashMap<>();
        for (String column : columns) {
            String value = row.getString(column);
            if (value != null) {
                values.put(column, value);
            }
        }
        return values;
    }
}
