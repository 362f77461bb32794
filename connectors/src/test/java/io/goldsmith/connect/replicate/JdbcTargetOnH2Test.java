package io.goldsmith.connect.replicate;

import java.sql.SQLException;

class JdbcTargetOnH2Test extends JdbcTargetContract {

    @Override
    AccountingTable start() throws SQLException {
        return AccountingTable.onH2();
    }
}
