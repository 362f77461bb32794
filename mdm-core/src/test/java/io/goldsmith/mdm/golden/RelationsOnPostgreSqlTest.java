package io.goldsmith.mdm.golden;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class RelationsOnPostgreSqlTest extends RelationsContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.postgreSql();
    }
}
