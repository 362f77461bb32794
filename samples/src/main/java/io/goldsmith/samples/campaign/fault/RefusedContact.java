package io.goldsmith.samples.campaign.fault;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/** The CRM refuses what the hub's writer changes, as a constraint would. */
public final class RefusedContact implements Trigger {

    private static final String CHECK_VIOLATED = "23513";

    @Override
    public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
        if (connection.getMetaData().getUserName().equals(FaultyCrm.WRITER)) {
            throw new SQLException("A constraint of the CRM does not hold", CHECK_VIOLATED);
        }
    }
}
