package io.goldsmith.connect.replicate;

import java.sql.SQLException;

class OutcomeOnH2Test extends OutcomeContract {

    @Override
    AccountingTable start() throws SQLException {
        return AccountingTable.onH2();
    }
}
