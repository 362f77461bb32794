package io.goldsmith.mdm.quality;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class PayloadOnPostgreSqlTest extends PayloadContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.postgreSql();
    }
}
