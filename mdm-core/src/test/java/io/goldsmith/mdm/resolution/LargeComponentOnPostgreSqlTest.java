package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class LargeComponentOnPostgreSqlTest extends LargeComponentContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.postgreSql();
    }
}
