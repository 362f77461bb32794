package io.goldsmith.mdm.golden;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class HistoryOnPostgreSqlTest extends HistoryContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.postgreSql();
    }
}
