package io.goldsmith.dmp.warehouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;

/**
 * Brings a database's schema up to date with numbered files, {@code V001.sql} and on without a gap, each in a transaction
 * of its own that also records it in {@code schema_version}. Flyway does not know DuckDB.
 */
final class SchemaMigration {

    private final String folder;

    SchemaMigration(String folder) {
        this.folder = folder;
    }

    void apply(DuckDatabase database) {
        database.execute(
                "creating schema_version",
                "CREATE TABLE IF NOT EXISTS schema_version"
                        + " (version INTEGER NOT NULL, applied_at TIMESTAMPTZ NOT NULL DEFAULT now())");
        int version = database.inTransaction("reading schema_version", SchemaMigration::version);
        if (version > 0 && script(version).isEmpty()) {
            throw new WarehouseException("The warehouse's schema has version " + version + " of " + folder
                    + ", which this release does not know; use the release that wrote it, or a newer one");
        }
        for (int next = version + 1; script(next).isPresent(); next++) {
            step(database, next, script(next).get());
        }
    }

    private void step(DuckDatabase database, int version, String script) {
        database.inTransaction("migrating to version " + version, connection -> {
            try (Statement statement = connection.createStatement();
                    PreparedStatement record =
                            connection.prepareStatement("INSERT INTO schema_version (version) VALUES (?)")) {
                statement.execute(script);
                record.setInt(1, version);
                return record.executeUpdate();
            }
        });
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT coalesce(max(version), 0) FROM schema_version")) {
            found.next();
            return found.getInt(1);
        }
    }

    private Optional<String> script(int version) {
        String name = folder + "/" + String.format(Locale.ROOT, "V%03d.sql", version);
        try (InputStream in = SchemaMigration.class.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The migration " + name + " cannot be read from the class path", unreadable);
        }
    }
}
