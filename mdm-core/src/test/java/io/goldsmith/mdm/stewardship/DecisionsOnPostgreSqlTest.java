package io.goldsmith.mdm.stewardship;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class DecisionsOnPostgreSqlTest extends DecisionsContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.postgreSql();
    }
}
