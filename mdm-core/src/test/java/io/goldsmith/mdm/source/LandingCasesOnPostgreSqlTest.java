package io.goldsmith.mdm.source;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class LandingCasesOnPostgreSqlTest extends LandingCasesContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.postgreSql();
    }
}
