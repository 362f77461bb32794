package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class OutgrownBlocksOnPostgreSqlTest extends OutgrownBlocksContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.postgreSql();
    }
}
