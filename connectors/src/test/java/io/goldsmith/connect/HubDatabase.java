package io.goldsmith.connect;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A real database for a hub of a test. */
public final class HubDatabase {

    private static final String IN_A_FILE = "url: \"jdbc:h2:file:./data/hub\", user: sa";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String place;

    private HubDatabase(String place) {
        this.place = place;
    }

    /** One server for all tests of the process; it ends with it. */
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** H2, in a file in the hub's folder. */
    public static HubDatabase h2() {
        return new HubDatabase(IN_A_FILE);
    }

    /** A new, empty database of the embedded PostgreSQL. */
    public static HubDatabase postgreSql() {
        return new HubDatabase("url: \"" + postgreSqlUrl() + "\", user: postgres");
    }

    /** The address of a new, empty database of the embedded PostgreSQL, for what is no hub. */
    public static String postgreSqlUrl() {
        String name = "connectors" + COUNT.incrementAndGet();
        try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Server.POSTGRES.getJdbcUrl("postgres", name);
    }

    /** The configuration with this database. */
    String in(String yaml) {
        if (!yaml.contains(IN_A_FILE)) {
            throw new AssertionError("The configuration should name its database by " + IN_A_FILE);
        }
        return yaml.replace(IN_A_FILE, place);
    }
}
