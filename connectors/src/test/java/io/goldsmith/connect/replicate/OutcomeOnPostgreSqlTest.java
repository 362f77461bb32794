package io.goldsmith.connect.replicate;

import java.sql.SQLException;

class OutcomeOnPostgreSqlTest extends OutcomeContract {

    @Override
    AccountingTable start() throws SQLException {
        return AccountingTable.onPostgreSql();
    }
}
