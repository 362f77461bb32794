package io.goldsmith.connect.replicate;

import java.sql.SQLException;

class JdbcCreationOnPostgreSqlTest extends JdbcCreationContract {

    @Override
    AccountingTable start() throws SQLException {
        return AccountingTable.onPostgreSql();
    }
}
