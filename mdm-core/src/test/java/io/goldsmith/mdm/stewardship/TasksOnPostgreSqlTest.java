package io.goldsmith.mdm.stewardship;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class TasksOnPostgreSqlTest extends TasksContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.postgreSql();
    }
}
