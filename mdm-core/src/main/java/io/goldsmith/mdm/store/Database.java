package io.goldsmith.mdm.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;

/** Opens the pool of connections to the database. */
final class Database {

    /** H2: another process has the file open. */
    private static final int H2_IN_USE = 90020;

    /** H2: the user or the password is wrong. */
    private static final int H2_WRONG_CREDENTIALS = 28000;

    private static final int CONNECTIONS = 16;

    private Database() {}

    static HikariDataSource open(DatabaseSettings settings) {
        if (settings.isH2File()) {
            createFolder(settings.h2Path().toAbsolutePath().getParent());
        }
        HikariConfig config = new HikariConfig();
        config.setPoolName("hub-database");
        config.setJdbcUrl(settings.connectionUrl());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setAutoCommit(false);
        config.setMaximumPoolSize(CONNECTIONS);
        if (settings.isPostgreSql()) {
            // The hub's questions are few and always of one shape: planned anew for each array of ids, planning would
            // cost more than
            // the answers.
            config.setConnectionInitSql("set plan_cache_mode = force_generic_plan");
        }
        if (!settings.isPostgreSql()) {
            // H2 closes its file with the last connection: keep them all until the store closes.
            config.setMaxLifetime(0);
            config.setKeepaliveTime(0);
        }
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException refused) {
            throw new StoreException(whyRefused(settings, refused), refused);
        }
    }

    /** The folder holds every customer's data: for the hub's own user alone. */
    private static void createFolder(Path folder) {
        try {
            if (Files.isDirectory(folder)) {
                return;
            }
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new StoreException(
                    "The folder of the hub's database, " + folder
                            + ", cannot be created; check hub.database.url and the"
                            + " permissions of the folder above",
                    e);
        }
    }

    private static String whyRefused(DatabaseSettings settings, RuntimeException refused) {
        int code = Failures.sqlFailure(refused).map(SQLException::getErrorCode).orElse(0);
        String state =
                Failures.sqlFailure(refused).map(SQLException::getSQLState).orElse("unknown");
        if (code == H2_IN_USE) {
            return "The hub's database " + settings.h2Path()
                    + " is open in another process, and an H2 file serves one at a"
                    + " time: stop the other hub, or send the command to it";
        }
        if (code == H2_WRONG_CREDENTIALS || state.startsWith("28")) {
            return "The hub's database refused the user or the password (SQL state " + state
                    + "); check hub.database.user and hub.database.password";
        }
        String where = settings.isPostgreSql() ? "The PostgreSQL server" : "The hub's H2 database";
        return where + " cannot be opened (SQL state " + state + "); check hub.database.url and that it can be reached";
    }
}
