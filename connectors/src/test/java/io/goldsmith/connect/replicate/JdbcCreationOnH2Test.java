package io.goldsmith.connect.replicate;

import java.sql.SQLException;

class JdbcCreationOnH2Test extends JdbcCreationContract {

    @Override
    AccountingTable start() throws SQLException {
        return AccountingTable.onH2();
    }
}
