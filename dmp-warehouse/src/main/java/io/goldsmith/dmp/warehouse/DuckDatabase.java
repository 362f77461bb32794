package io.goldsmith.dmp.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * One DuckDB file, held by this process alone. Its native memory is bounded, and it neither loads extensions nor reaches
 * files or hosts other than its own.
 */
final class DuckDatabase implements AutoCloseable {

    /** Work in a transaction. */
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    private final Path file;
    private final Connection connection;

    private DuckDatabase(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /**
     * Opens the file, creating it when absent, and brings its schema up to date.
     *
     * @param migrations the folder of numbered SQL files beside this class
     * @throws WarehouseException when another process holds it, or it is not such a database
     */
    static DuckDatabase open(Path file, int memoryLimitMib, String migrations) {
        Properties properties = new Properties();
        properties.setProperty("memory_limit", memoryLimitMib + "MiB");
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("allow_community_extensions", "false");
        properties.setProperty("enable_external_access", "false");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, properties);
            DuckDatabase database = new DuckDatabase(file, connection);
            database.prepare(migrations);
            return database;
        } catch (SQLException refused) {
            throw new WarehouseException(
                    "The warehouse's file " + file + " could not be opened: " + reasonOf(refused), refused);
        } catch (IOException unwritable) {
            throw new WarehouseException(
                    "The warehouse's folder " + file.getParent() + " could not be created; check dmp.folder",
                    unwritable);
        }
    }

    /** Runs the work in one transaction, which is rolled back when it throws. */
    <T> T inTransaction(String doing, Work<T> work) {
        try {
            connection.setAutoCommit(false);
            try {
                T result = work.run(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failure) {
                rollBack(failure);
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw failed(doing, failure);
        }
    }

    /** Runs one statement after which nothing is left open. */
    void execute(String doing, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw failed(doing, failure);
        }
    }

    /** DuckDB's bulk way into a table, within the connection's transaction. */
    static DuckDBAppender appender(Connection connection, String table) throws SQLException {
        return connection.unwrap(DuckDBConnection.class).createAppender("main", table);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw failed("closing", failure);
        }
    }

    private void prepare(String migrations) throws SQLException, IOException {
        try {
            new SchemaMigration(migrations).apply(this);
            // Nobody but the hub's own account reads the file; each floor can be given away without the other.
            if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        } catch (RuntimeException | IOException failure) {
            connection.close();
            throw failure;
        }
    }

    private void rollBack(Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException notRolledBack) {
            failure.addSuppressed(notRolledBack);
        }
    }

    private WarehouseException failed(String doing, SQLException failure) {
        return new WarehouseException(
                "The warehouse's file " + file + " failed while " + doing + "; what was there before is kept", failure);
    }

    private static String reasonOf(SQLException refused) {
        String message = String.valueOf(refused.getMessage());
        return message.contains("lock")
                ? "another process holds it; one process at a time may, so stop that one or ask the running hub"
                : "it must be a DuckDB database that this version can read, in a folder that can be written";
    }
}
