package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class RuleChangeOnPostgreSqlTest extends RuleChangeContract {

    @Override
    DatabaseSettings newDatabase() {
        return TestDatabase.postgreSql();
    }
}
