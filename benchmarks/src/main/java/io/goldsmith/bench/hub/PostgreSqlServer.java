package io.goldsmith.bench.hub;

import io.goldsmith.bench.figure.BenchException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A PostgreSQL server in a folder of its own, with the settings of a small server of its own machine. What it acknowledges is on disk:
 * fsync and synchronous commits are on.
 */
public final class PostgreSqlServer implements AutoCloseable {

    /** The user of the server, and its password. */
    public static final String USER = "postgres";

    private final EmbeddedPostgres server;

    private PostgreSqlServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts one whose data lie in a folder. */
    public static PostgreSqlServer start(Path folder) {
        try {
            return new PostgreSqlServer(EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    // The embedded server has these off, since tests need no durability.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("shared_buffers", "1GB")
                    .setServerConfig("effective_cache_size", "3GB")
                    .setServerConfig("maintenance_work_mem", "256MB")
                    .setServerConfig("work_mem", "32MB")
                    .setServerConfig("max_wal_size", "8GB")
                    .setServerConfig("checkpoint_timeout", "15min")
                    .setServerConfig("random_page_cost", "1.1")
                    .setServerConfig("max_connections", "50")
                    .start());
        } catch (IOException e) {
            throw new BenchException(
                    "PostgreSQL cannot be started in " + folder
                            + ": check that the temporary folder has room, and that a gibibyte of memory is free.",
                    e);
        }
    }

    /** Where its database is. */
    public String url() {
        return server.getJdbcUrl(USER, "postgres");
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new BenchException("The PostgreSQL server of the benchmark does not stop; stop it by hand.", e);
        }
    }
}
