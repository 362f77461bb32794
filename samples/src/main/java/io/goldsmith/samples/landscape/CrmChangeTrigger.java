package io.goldsmith.samples.landscape;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.h2.api.Trigger;

/**
 * What the CRM does by itself when a row changes: it counts the change and, where the writer did not, sets the time of the last
 * modification, which is the last column. A row written with the values that it had is no change.
 */
public final class CrmChangeTrigger implements Trigger {

    private final Clock clock = Clock.systemUTC();

    @Override
    public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
        int lastModified = newRow.length - 1;
        if (Arrays.equals(oldRow, 0, lastModified, newRow, 0, lastModified)) {
            return;
        }
        if (oldRow[lastModified].equals(newRow[lastModified])) {
            newRow[lastModified] = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
        }
        count(connection, newRow[0].toString());
    }

    private static void count(Connection connection, String key) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update CHANGE_COUNT set CHANGES = CHANGES + 1 where ID = ?")) {
            update.setString(1, key);
            if (update.executeUpdate() > 0) {
                return;
            }
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into CHANGE_COUNT values (?, 1)")) {
            insert.setString(1, key);
            insert.executeUpdate();
        }
    }
}
