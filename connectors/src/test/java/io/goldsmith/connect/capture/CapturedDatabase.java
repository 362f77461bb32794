package io.goldsmith.connect.capture;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A database of contacts on a real server whose changes can be captured. */
final class CapturedDatabase implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final EmbeddedPostgres server;
    private final String name = "crm" + COUNT.incrementAndGet();

    private CapturedDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /** One server for all tests of the process; it ends with it. */
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = started();

        private static EmbeddedPostgres started() {
            try {
                return builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setServerConfig("wal_level", "logical")
                // The builder's is off: then a change is told some moments after its commit.
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_replication_slots", "50")
                .setServerConfig("max_wal_senders", "50")
                .setPGStartupWait(Duration.ofMinutes(1));
    }

    /** A server whose data outlive it, so that it can be started again. */
    static EmbeddedPostgres server(Path data, int port) throws IOException {
        return builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    /** A new database on the server of all tests. */
    static CapturedDatabase create() throws SQLException {
        return of(Server.POSTGRES);
    }

    /** The address of a database that is for reading alone. */
    static String anyUrl() {
        return Server.POSTGRES.getJdbcUrl("postgres", "postgres");
    }

    /** A new database with the table of contacts, published. */
    static CapturedDatabase of(EmbeddedPostgres server) throws SQLException {
        CapturedDatabase database = new CapturedDatabase(server);
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database.name);
        }
        database.sql("create table contact (id text primary key, name text, note text, changed timestamptz)");
        database.sql("create publication customers for table contact");
        return database;
    }

    String url() {
        return server.getJdbcUrl("postgres", name);
    }

    String slot() {
        return "hub_" + name;
    }

    void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Some statements in one transaction. */
    void together(String... statements) throws SQLException {
        sql("begin; " + String.join("; ", statements) + "; commit");
    }

    String text(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    void contact(String id, String name) throws SQLException {
        sql("insert into contact values ('" + id + "', '" + name + "', '', now())");
    }

    /** The connector, read on demand. */
    String yaml() {
        return """
            connectors:
              crm:
                source: crm
                kind: capture
                url: "%s"
                user: postgres
                schedule: "0 0 0 1 1 ? 2099"
                timeout: PT2M
                slot: %s
                publication: customers
                streams:
                  - name: contacts
                    from: contact
                    records:
                      key: ID
                      timestamp: "@timestamp"
                      attributes:
                        party_type: {constant: person}
                        family_name: NAME
                        street: NOTE
            """.formatted(url(), slot());
    }

    /** The slot is dropped, so that the server has room for those of other tests. */
    @Override
    public void close() throws SQLException {
        sql("select pg_drop_replication_slot(slot_name) from pg_replication_slots where database = current_database()"
                + " and not active");
    }
}
