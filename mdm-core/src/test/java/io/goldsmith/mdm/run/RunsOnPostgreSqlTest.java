package io.goldsmith.mdm.run;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class RunsOnPostgreSqlTest extends RunsContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.postgreSql();
    }
}
