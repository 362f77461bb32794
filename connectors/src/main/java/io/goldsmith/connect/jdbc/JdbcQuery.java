package io.goldsmith.connect.jdbc;

import io.goldsmith.connect.mapping.StreamMapping;
import io.goldsmith.connect.mapping.TimestampColumn;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The query of one stream: the mapped columns, from a point in time on, in the order of (timestamp, key). Names of tables and columns
 * come from the configuration and are plain SQL names, never data.
 */
public final class JdbcQuery {

    /** The parameter with the point in time, as Camel names parameters. */
    static final String SINCE = "since";

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*(\\.[A-Za-z_][A-Za-z0-9_$]*){0,2}");

    private final String select;
    private final StreamMapping mapping;

    /** @throws IllegalArgumentException if a name is not a plain SQL name */
    JdbcQuery(String table, StreamMapping mapping) {
        this.mapping = mapping;
        this.select = select(table, mapping.columns());
    }

    /**
     * The statement that reads columns of all rows.
     *
     * @param columns empty: all that there are
     * @throws IllegalArgumentException if a name is not a plain SQL name
     */
    public static String select(String table, Collection<String> columns) {
        columns.forEach(JdbcQuery::checkName);
        checkName(table);
        return "select " + (columns.isEmpty() ? "*" : String.join(", ", columns)) + " from " + table;
    }

    private static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A table or column must be a plain SQL name such as CUSTOMER or CRM.CUSTOMER, but is '" + name
                            + "'");
        }
    }

    /** The statement, all of the table without a point in time. */
    String sql(Optional<Instant> since) {
        if (mapping.timestamp().isEmpty()) {
            return select;
        }
        String column = mapping.timestamp().get().column();
        String where = since.isPresent() ? " where " + column + " >= :?" + SINCE : "";
        return select + where + " order by " + column + ", " + mapping.keyColumn();
    }

    /** The statement's parameters: the point in time as its column has it, an instant or the database's local time. */
    Map<String, Object> parameters(Optional<Instant> since, JdbcColumns columns) {
        Optional<TimestampColumn> timestamp = mapping.timestamp();
        if (since.isEmpty() || timestamp.isEmpty()) {
            return Map.of();
        }
        return Map.of(
                SINCE,
                columns.isZoned(timestamp.get().column())
                        ? since.get().atOffset(ZoneOffset.UTC)
                        : LocalDateTime.ofInstant(since.get(), timestamp.get().zone()));
    }
}
