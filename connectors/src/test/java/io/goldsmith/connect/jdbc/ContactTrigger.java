package io.goldsmith.connect.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.h2.api.Trigger;

/** What the documentation's trigger does, for H2: its triggers are classes. Columns are the key and the name. */
public final class ContactTrigger implements Trigger {

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        boolean isMoved = before != null && after != null && !before[0].equals(after[0]);
        if (after == null || isMoved) {
            note(connection, "D", before[0], null);
        }
        if (after != null) {
            note(connection, before == null ? "I" : "U", after[0], after[1]);
        }
    }

    private static void note(Connection connection, String operation, Object id, Object name) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into contact_change (operation, id, name) values (?, ?, ?)")) {
            insert.setString(1, operation);
            insert.setObject(2, id);
            insert.setObject(3, name);
            insert.executeUpdate();
        }
    }
}
