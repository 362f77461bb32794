package io.goldsmith.samples.campaign.fault;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import org.h2.api.Trigger;

/** The CRM notes each change of a contact by the hub's writer, in the writer's own transaction. */
public final class CountedContact implements Trigger {

    /** How many columns in front are those of the customer; what follows changes with each write. */
    static final int OF_CUSTOMER = 8;

    @Override
    public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
        boolean same = Arrays.equals(oldRow, 0, OF_CUSTOMER, newRow, 0, OF_CUSTOMER);
        if (!same && connection.getMetaData().getUserName().equals(FaultyCrm.WRITER)) {
            try (PreparedStatement note = connection.prepareStatement(
                    "insert into CHANGE_LOG (RECORD_KEY, TX) values (?, transaction_id())")) {
                note.setString(1, newRow[0].toString());
                note.executeUpdate();
            }
        }
    }
}
