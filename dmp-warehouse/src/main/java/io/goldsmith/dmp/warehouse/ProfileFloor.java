package io.goldsmith.dmp.warehouse;

import io.goldsmith.dmp.profile.Consent;
import io.goldsmith.dmp.profile.Profile;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.duckdb.DuckDBAppender;

/** The pseudonymous floor: profiles, replaced as a whole by each load. */
final class ProfileFloor implements AutoCloseable {

    static final String FILE = "pseudonymous.duckdb";

    private final DuckDatabase database;

    private ProfileFloor(DuckDatabase database) {
        this.database = database;
    }

    static ProfileFloor open(Path folder, int memoryLimitMib) {
        return new ProfileFloor(DuckDatabase.open(folder.resolve(FILE), memoryLimitMib, "pseudonymous"));
    }

    /** Replaces all profiles by those given, whose keys are distinct, in one transaction; returns how many there are. */
    long refresh(long load, Instant at, Iterator<Profile> profiles) {
        long written = database.inTransaction("loading profiles", connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("DELETE FROM profile");
            }
            long rows = append(connection, profiles);
            record(connection, load, at, rows);
            return rows;
        });
        // Gives the space of the replaced rows back; without it each load would leave them in the file.
        database.execute("compacting", "CHECKPOINT");
        return written;
    }

    long count() {
        return database.inTransaction("counting profiles", connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("SELECT count(*) FROM profile")) {
                found.next();
                return found.getLong(1);
            }
        });
    }

    @Override
    public void close() {
        database.close();
    }

    private static long append(Connection connection, Iterator<Profile> profiles) throws SQLException {
        long rows = 0;
        try (DuckDBAppender appender = DuckDatabase.appender(connection, "profile")) {
            while (profiles.hasNext()) {
                append(appender, profiles.next());
                rows++;
            }
        }
        return rows;
    }

    private static void append(DuckDBAppender appender, Profile profile) throws SQLException {
        Map<String, String> consents = new HashMap<>();
        for (Map.Entry<String, Consent> entry : profile.consents().entrySet()) {
            consents.put(entry.getKey(), entry.getValue() == Consent.GRANTED ? "granted" : "refused");
        }
        LocalDate lastOrder = profile.orders().lastOrder().orElse(null);
        appender.beginRow()
                .append(profile.key())
                .append(profile.attributes())
                .append(lastOrder)
                .append(profile.orders().count())
                .append(profile.orders().total().setScale(2, RoundingMode.HALF_EVEN))
                .append(consents)
                .append(profile.legalBasis().word())
                .endRow();
    }

    private static void record(Connection connection, long load, Instant at, long rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO load (id, loaded_at, row_count, outcome) VALUES (?, ?, ?, ?)")) {
            insert.setLong(1, load);
            insert.setObject(2, at.atOffset(ZoneOffset.UTC));
            insert.setLong(3, rows);
            insert.setString(4, LoadOutcome.PUBLISHED.name());
            insert.executeUpdate();
        }
    }
}
