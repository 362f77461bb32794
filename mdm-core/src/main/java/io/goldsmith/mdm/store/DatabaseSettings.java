package io.goldsmith.mdm.store;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * Where the hub's database is.
 *
 * @param url a JDBC URL of H2 ({@code jdbc:h2:file:./data/hub}) or PostgreSQL ({@code jdbc:postgresql://host/database})
 * @param user the user to connect as; it owns the tables
 * @param password its password
 */
public record DatabaseSettings(String url, String user, String password) {

    private static final String H2_FILE = "jdbc:h2:file:";

    /**
     * @throws IllegalArgumentException if the URL is of neither database
     */
    public DatabaseSettings {
        Objects.requireNonNull(url, "url");
        user = Objects.requireNonNullElse(user, "");
        password = Objects.requireNonNullElse(password, "");
        if (!isPostgreSql(url) && !url.startsWith("jdbc:h2:")) {
            throw new IllegalArgumentException(
                    "The database's url must start with jdbc:h2: or jdbc:postgresql:, but starts with " + scheme(url)
                            + "; set hub.database.url in goldsmith.yaml");
        }
    }

    /** The same, with a relative path of an H2 file taken from the hub's folder. */
    public DatabaseSettings relativeTo(Path folder) {
        if (!url.startsWith(H2_FILE)) {
            return this;
        }
        String options = url.indexOf(';') < 0 ? "" : url.substring(url.indexOf(';'));
        Path file = folder.toAbsolutePath().resolve(h2Path()).normalize();
        return new DatabaseSettings(H2_FILE + file + options, user, password);
    }

    /** Whether several processes can have the database open: an embedded H2 is one process's alone. */
    public boolean isShared() {
        return isPostgreSql() || url.startsWith("jdbc:h2:tcp:") || url.startsWith("jdbc:h2:ssl:");
    }

    boolean isPostgreSql() {
        return isPostgreSql(url);
    }

    boolean isH2File() {
        return url.startsWith(H2_FILE);
    }

    /** The path in the URL of an H2 file, without H2's own file extension. */
    Path h2Path() {
        int end = url.indexOf(';') < 0 ? url.length() : url.indexOf(';');
        return Path.of(url.substring(H2_FILE.length(), end));
    }

    /** The URL with what durability and bulk speed need, unless the configuration says it otherwise. */
    String connectionUrl() {
        if (isPostgreSql()) {
            return with(url, url.contains("?") ? "&" : "?", "reWriteBatchedInserts", "true");
        }
        String complete = url;
        // By default H2 answers a commit before it is written, and a killed process loses it.
        complete = with(complete, ";", "WRITE_DELAY", "0");
        complete = with(complete, ";", "LOCK_TIMEOUT", "10000");
        complete = with(complete, ";", "CACHE_SIZE", "131072");
        // The store closes the database itself, after the pool's last transaction.
        return with(complete, ";", "DB_CLOSE_ON_EXIT", "FALSE");
    }

    private static String with(String url, String separator, String option, String value) {
        boolean given = url.toUpperCase(Locale.ROOT).contains(option.toUpperCase(Locale.ROOT) + "=");
        return given ? url : url + separator + option + "=" + value;
    }

    private static boolean isPostgreSql(String url) {
        return url.startsWith("jdbc:postgresql:");
    }

    private static String scheme(String url) {
        int end = url.indexOf(':', url.startsWith("jdbc:") ? 5 : 0);
        return end < 0 ? "something else" : url.substring(0, end + 1);
    }

    /** Without the password; and the URL may hold one too. */
    @Override
    public String toString() {
        return "DatabaseSettings[" + (isPostgreSql() ? "PostgreSQL" : "H2") + "]";
    }
}
