package io.goldsmith.mdm.privacy;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class ErasureOnPostgreSqlTest extends ErasureContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.postgreSql();
    }
}
