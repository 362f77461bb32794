package io.goldsmith.connect.jdbc;

import io.goldsmith.connect.spi.SampledColumn;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a database says of the columns of a table. */
public final class TableColumns {

    private TableColumns() {}

    /**
     * The columns of a query of a table.
     *
     * @param described the query's columns
     * @return in the order of the query; one is the key if it alone is the table's primary key
     * @throws SQLException if the database cannot be asked
     */
    public static List<SampledColumn> of(Connection connection, String table, ResultSetMetaData described)
            throws SQLException {
        Set<String> key = primaryKey(connection, table);
        List<SampledColumn> columns = new ArrayList<>();
        for (int i = 1; i <= described.getColumnCount(); i++) {
            String name = described.getColumnLabel(i);
            boolean isKey = key.size() == 1 && key.contains(name.toUpperCase(Locale.ROOT));
            columns.add(new SampledColumn(name, kind(described.getColumnType(i)), isKey));
        }
        return columns;
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
}
