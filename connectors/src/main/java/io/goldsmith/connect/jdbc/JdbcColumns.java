package io.goldsmith.connect.jdbc;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The columns of a result, the same for all its rows.
 *
 * @param names the column names in upper case to those of the driver: H2 upper-cases them, PostgreSQL lower-cases them
 * @param zoned those whose times name their zone, in upper case: they are instants, whatever zone the stream's other times are of
 */
record JdbcColumns(Map<String, String> names, Set<String> zoned) {

    /** None. */
    static final JdbcColumns NONE = new JdbcColumns(Map.of(), Set.of());

    /** PostgreSQL's driver tells them as times without zone. */
    private static final String POSTGRESQL_ZONED = "timestamptz";

    JdbcColumns {
        names = Map.copyOf(names);
        zoned = Set.copyOf(zoned);
    }

    static JdbcColumns of(ResultSetMetaData described) throws SQLException {
        Map<String, String> names = new HashMap<>();
        Set<String> zoned = new HashSet<>();
        for (int i = 1; i <= described.getColumnCount(); i++) {
            String name = described.getColumnLabel(i);
            names.put(name.toUpperCase(Locale.ROOT), name);
            if (isZoned(described, i)) {
                zoned.add(name.toUpperCase(Locale.ROOT));
            }
        }
        return new JdbcColumns(names, zoned);
    }

    private static boolean isZoned(ResultSetMetaData described, int column) throws SQLException {
        return described.getColumnType(column) == Types.TIMESTAMP_WITH_TIMEZONE
                || POSTGRESQL_ZONED.equals(described.getColumnTypeName(column));
    }

    /** A column's name as the driver has it; as it was given if the result has no such column. */
    String driverName(String column) {
        String exact = names.get(column);
        return exact == null ? names.getOrDefault(column.toUpperCase(Locale.ROOT), column) : exact;
    }

    /** Whether the times of a column name their zone. */
    boolean isZoned(String column) {
        return !zoned.isEmpty() && zoned.contains(column.toUpperCase(Locale.ROOT));
    }
}
