package io.goldsmith.connect.replicate;

import java.sql.SQLException;

class JdbcTargetOnPostgreSqlTest extends JdbcTargetContract {

    @Override
    AccountingTable start() throws SQLException {
        return AccountingTable.onPostgreSql();
    }
}
