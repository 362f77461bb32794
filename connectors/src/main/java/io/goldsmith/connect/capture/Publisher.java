package io.goldsmith.connect.capture;

import io.goldsmith.connect.mapping.Columns;
import io.goldsmith.connect.mapping.StreamMapping;
import io.goldsmith.connect.settings.CaptureConnectorSettings;
import io.goldsmith.connect.settings.RecordsSettings;
import io.goldsmith.connect.settings.StreamSettings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Makes sure that the server publishes the changes of the tables so that they can be captured, and says what is to be done there if not. */
final class Publisher {

    private final CaptureConnectorSettings settings;
    private final Map<String, StreamMapping> mappings;
    private final CaptureFailure failure;

    /** @param mappings by stream */
    Publisher(CaptureConnectorSettings settings, Map<String, StreamMapping> mappings, CaptureFailure failure) {
        this.settings = settings;
        this.mappings = mappings;
        this.failure = failure;
    }

    /**
     * The tables, in the order of the configuration.
     *
     * @throws io.goldsmith.connect.ConnectException naming the first thing that is not as it must be, with the statement that mends it
     */
    List<CapturedTable> tables(Connection connection) throws SQLException {
        server(connection);
        publication(connection);
        Map<Long, CapturedTable> found = new LinkedHashMap<>();
        for (StreamSettings stream : settings.streams()) {
            CapturedTable table = table(connection, stream);
            if (found.put(table.id(), table) != null) {
                throw failure.of("has two streams that read one table, " + stream.from() + "; leave one of them out");
            }
        }
        return List.copyOf(found.values());
    }

    private void server(Connection connection) throws SQLException {
        String level = text(connection, "select current_setting('wal_level')");
        if (!level.equals("logical")) {
            throw failure.of("needs wal_level = logical at " + failure.place() + ", but it is " + level
                    + "; as its administrator: alter system set wal_level = 'logical', and restart the server");
        }
        if (text(connection, "select pg_is_in_recovery()").equals("t")) {
            throw failure.of("must capture from the primary server, but " + failure.place() + " is a standby");
        }
    }

    private void publication(Connection connection) throws SQLException {
        String sql =
                "select pubinsert and pubupdate and pubdelete and pubtruncate from pg_publication where pubname = ?";
        Optional<String> isWhole = find(connection, sql, settings.publication());
        if (isWhole.isEmpty()) {
            throw failure.of("finds no publication " + settings.publication() + " at " + failure.place()
                    + "; as the owner of the tables: create publication " + settings.publication() + " for table "
                    + settings.streams().stream().map(StreamSettings::from).collect(Collectors.joining(", ")));
        }
        if (!isWhole.get().equals("t")) {
            throw failure.of("needs all changes, but publication " + settings.publication()
                    + " leaves some out; as its owner: alter publication " + settings.publication()
                    + " set (publish = 'insert, update, delete, truncate')");
        }
    }

    private CapturedTable table(Connection connection, StreamSettings stream) throws SQLException {
        String from = stream.from();
        long id = find(connection, "select to_regclass(?)::oid", from)
                .map(Long::parseLong)
                .orElseThrow(() -> failure.of("finds no table " + from + " at " + failure.place()
                        + "; check the stream's from, and that the user may use its schema"));
        String sql = "select 1 from pg_publication_tables p join pg_class c on c.relname = p.tablename"
                + " join pg_namespace n on n.oid = c.relnamespace and n.nspname = p.schemaname"
                + " where c.oid = cast(? as oid) and p.pubname = ?";
        if (find(connection, sql, Long.toString(id), settings.publication()).isEmpty()) {
            throw failure.of("finds table " + from + " not in publication " + settings.publication()
                    + "; as its owner: alter publication " + settings.publication() + " add table " + from
                    + "; for a partitioned table also: alter publication " + settings.publication()
                    + " set (publish_via_partition_root = true)");
        }
        String qualified = find(
                        connection,
                        "select n.nspname || '.' || c.relname from pg_class c"
                                + " join pg_namespace n on n.oid = c.relnamespace where c.oid = cast(? as oid)",
                        Long.toString(id))
                .orElse(from);
        Optional<String> key = stream.records().map(RecordsSettings::key).map(name -> name.toLowerCase(Locale.ROOT));
        Set<String> columns = mappings.get(stream.name()).columns().stream()
                .filter(Predicate.not(Columns::isMark))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        columns(connection, from, id, columns, key);
        return new CapturedTable(stream.name(), from, qualified, id, columns, key);
    }

    private void columns(Connection connection, String from, long id, Set<String> columns, Optional<String> key)
            throws SQLException {
        Map<String, Boolean> there = identity(connection, id);
        List<String> missing = columns.stream()
                .filter(name -> !there.containsKey(name))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw failure.of("finds no column " + String.join(", ", missing) + " in table " + from
                    + "; check the stream's mapping: names without quotes are in lower case there");
        }
        if (key.isPresent() && !there.get(key.get())) {
            throw failure.of("cannot tell whom a change of table " + from + " is of, since column " + key.get()
                    + " is not of the table's replica identity; as its owner: alter table " + from
                    + " replica identity full");
        }
    }

    /** The columns of a table, and whether each is of what tells its rows apart. */
    private static Map<String, Boolean> identity(Connection connection, long id) throws SQLException {
        String sql = "select a.attname, case c.relreplident when 'f' then true when 'n' then false else exists"
                + " (select 1 from pg_index i where i.indrelid = c.oid and a.attnum = any (i.indkey)"
                + " and case c.relreplident when 'd' then i.indisprimary else i.indisreplident end) end"
                + " from pg_attribute a join pg_class c on c.oid = a.attrelid"
                + " where c.oid = cast(? as oid) and a.attnum > 0 and not a.attisdropped";
        Map<String, Boolean> columns = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, Long.toString(id));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    columns.put(rows.getString(1), rows.getBoolean(2));
                }
            }
        }
        return columns;
    }

    /** The one value of a query that has a row. */
    static String text(Connection connection, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Optional<String> find(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
            }
        }
    }
}
