package io.goldsmith.connect.jdbc;

import io.goldsmith.connect.mapping.Row;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One transaction on the table of a stream. Changes are collected, and sent together by {@link #flush()}: one batch for each set of columns.
 */
public final class TableTransaction {

    /** Where a key stands in a statement of the configuration. */
    private static final Pattern PLACE = Pattern.compile("\\{(from|to)}");

    private final JdbcTable table;
    private final Connection connection;
    private final Map<List<String>, Map<String, SortedMap<String, String>>> updates = new LinkedHashMap<>();
    private final Map<String, String> notes = new LinkedHashMap<>();

    TableTransaction(JdbcTable table, Connection connection) {
        this.table = table;
        this.connection = connection;
    }

    /** Those of some messages that were noted as delivered, with the key of the row; none without a table of deliveries. */
    public Map<String, String> delivered(Collection<String> messageIds) throws SQLException {
        if (table.deliveriesTable.isEmpty() || messageIds.isEmpty()) {
            return Map.of();
        }
        String sql = "select MESSAGE_ID, RECORD_KEY from " + table.deliveriesTable.get() + " where MESSAGE_ID in ("
                + places(messageIds.size()) + ")";
        Map<String, String> delivered = new LinkedHashMap<>();
        try (PreparedStatement query = table.prepare(connection, sql)) {
            int index = 1;
            for (String messageId : messageIds) {
                query.setString(index++, messageId);
            }
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    delivered.put(row.getString(1), row.getString(2));
                }
            }
        }
        return delivered;
    }

    /** The rows of some keys, locked until the transaction ends, by key; keys without one are left out. */
    public Map<String, Row> lock(Collection<String> keys) throws SQLException {
        return keys.isEmpty() ? Map.of() : rows(keys, " for update");
    }

    private Map<String, Row> rows(Collection<String> keys, String locking) throws SQLException {
        String keyColumn = table.mapping.keyColumn();
        String sql = JdbcQuery.select(table.table, table.read) + " where " + keyColumn + " in (" + places(keys.size())
                + ")" + locking;
        Map<String, Row> rows = new LinkedHashMap<>();
        Set<String> several = new HashSet<>();
        try (PreparedStatement query = table.prepare(connection, sql)) {
            int index = 1;
            for (String key : keys) {
                set(query, index++, keyColumn, key);
            }
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    Row row = row(result);
                    String key = row.text(keyColumn).orElse("");
                    if (rows.put(key, row) != null) {
                        several.add(key);
                    }
                }
            }
        }
        // Whom of them the hub knows, nobody can tell: to the hub it is as if there were none.
        rows.keySet().removeAll(several);
        return rows;
    }

    private Row row(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            values.put(columns.getColumnLabel(i), result.getObject(i));
        }
        return new JdbcRow(table.table, table.mapping.keyColumn(), table.described(), values);
    }

    /**
     * Changes columns of a row, and those that change with each write.
     *
     * @param columns column to text, empty text to empty the column; at least one
     */
    public void update(String key, SortedMap<String, String> columns) {
        updates.computeIfAbsent(List.copyOf(columns.keySet()), same -> new LinkedHashMap<>())
                .put(key, columns);
    }

    /** Notes a message as delivered, if deliveries are noted. */
    public void note(String messageId, String key) {
        notes.put(messageId, key);
    }

    /**
     * Sends the changes.
     *
     * @throws SQLException also if a row is no longer there
     */
    public void flush() throws SQLException {
        for (Map.Entry<List<String>, Map<String, SortedMap<String, String>>> same : updates.entrySet()) {
            update(same.getKey(), same.getValue());
        }
        updates.clear();
        if (table.deliveriesTable.isPresent() && !notes.isEmpty()) {
            addNotes(table.deliveriesTable.get());
        }
        notes.clear();
    }

    private void update(List<String> columns, Map<String, SortedMap<String, String>> byKey) throws SQLException {
        List<String> assignments = new ArrayList<>();
        columns.forEach(column -> assignments.add(column + " = ?"));
        table.set.forEach((column, what) ->
                assignments.add(column + " = " + (what.equals("next") ? "coalesce(" + column + ", 0) + 1" : "?")));
        String sql = "update " + table.table + " set " + String.join(", ", assignments) + " where "
                + table.mapping.keyColumn() + " = ?";
        try (PreparedStatement update = table.prepare(connection, sql)) {
            for (Map.Entry<String, SortedMap<String, String>> row : byKey.entrySet()) {
                int index = 1;
                for (Map.Entry<String, String> column : row.getValue().entrySet()) {
                    set(update, index++, column.getKey(), column.getValue());
                }
                for (Map.Entry<String, String> column : table.set.entrySet()) {
                    if (!column.getValue().equals("next")) {
                        set(update, index++, column.getKey(), column.getValue());
                    }
                }
                set(update, index, table.mapping.keyColumn(), row.getKey());
                update.addBatch();
            }
            for (int changed : update.executeBatch()) {
                if (changed != 1 && changed != Statement.SUCCESS_NO_INFO) {
                    throw new SQLException("A write changed " + changed + " rows in the place of one", "23000");
                }
            }
        }
    }

    /** The keys of the rows in which a column has a text, at most two. */
    public List<String> keysOf(String column, String text) throws SQLException {
        String sql = "select " + table.mapping.keyColumn() + " from " + table.table + " where " + column + " = ?";
        List<String> keys = new ArrayList<>();
        try (PreparedStatement query = table.prepare(connection, sql)) {
            query.setMaxRows(2);
            set(query, 1, column, text);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    keys.add(row.getString(1).trim());
                }
            }
        }
        return keys;
    }

    /**
     * Adds a row at once, with the columns that change with each write; {@code next} begins with 1.
     *
     * @param columns column to text; the key among them if the database gives none
     * @return its key
     */
    public String insert(SortedMap<String, String> columns) throws SQLException {
        SortedMap<String, String> all = new TreeMap<>(columns);
        table.set.forEach((column, what) -> all.put(column, what.equals("next") ? "1" : what));
        String sql = "insert into " + table.table + " (" + String.join(", ", all.keySet()) + ") values ("
                + places(all.size()) + ")";
        String[] key = {table.described().driverName(table.mapping.keyColumn())};
        try (PreparedStatement insert = connection.prepareStatement(sql, key)) {
            insert.setQueryTimeout(table.timeoutSeconds());
            int index = 1;
            for (Map.Entry<String, String> column : all.entrySet()) {
                set(insert, index++, column.getKey(), column.getValue());
            }
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                if (!keys.next() || keys.getString(1) == null) {
                    throw new SQLException("The database gave the new row no key", "23000");
                }
                return keys.getString(1).trim();
            }
        }
    }

    /** The row of a key, as it is now. */
    public Optional<Row> row(String key) throws SQLException {
        return Optional.ofNullable(rows(List.of(key), "").get(key));
    }

    /**
     * Deletes a row at once.
     *
     * @throws SQLException also if there is not exactly one
     */
    public void delete(String key) throws SQLException {
        String sql = "delete from " + table.table + " where " + table.mapping.keyColumn() + " = ?";
        try (PreparedStatement delete = table.prepare(connection, sql)) {
            set(delete, 1, table.mapping.keyColumn(), key);
            int deleted = delete.executeUpdate();
            if (deleted != 1) {
                throw new SQLException("A deletion took " + deleted + " rows in the place of one", "23000");
            }
        }
    }

    /**
     * Runs statements of the configuration at once, in their order.
     *
     * @param statements with names in braces where keys of the table stand
     * @param keys key of the table by name
     */
    public void run(List<String> statements, Map<String, String> keys) throws SQLException {
        for (String statement : statements) {
            List<String> named = new ArrayList<>();
            Matcher place = PLACE.matcher(statement);
            StringBuilder sql = new StringBuilder();
            while (place.find()) {
                named.add(keys.get(place.group(1)));
                place.appendReplacement(sql, "?");
            }
            place.appendTail(sql);
            try (PreparedStatement run = table.prepare(connection, sql.toString())) {
                for (int i = 0; i < named.size(); i++) {
                    set(run, i + 1, table.mapping.keyColumn(), named.get(i));
                }
                run.executeUpdate();
            }
        }
    }

    private void addNotes(String deliveriesTable) throws SQLException {
        String sql = "insert into " + deliveriesTable + " (MESSAGE_ID, RECORD_KEY, DELIVERED_AT) values (?, ?, ?)";
        try (PreparedStatement insert = table.prepare(connection, sql)) {
            for (Map.Entry<String, String> note : notes.entrySet()) {
                insert.setString(1, note.getKey());
                insert.setString(2, note.getValue());
                insert.setObject(3, table.clock.instant().atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void set(PreparedStatement statement, int index, String column, String text) throws SQLException {
        int type = table.type(column);
        if (text.isEmpty()) {
            statement.setNull(index, type);
        } else if (text.equals("now") && table.set.containsKey(column)) {
            Instant now = table.clock.instant();
            statement.setObject(
                    index,
                    table.described().isZoned(column)
                            ? now.atOffset(ZoneOffset.UTC)
                            : LocalDateTime.ofInstant(now, table.timestamp().zone()));
        } else {
            statement.setObject(index, text, type);
        }
    }

    private static String places(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
