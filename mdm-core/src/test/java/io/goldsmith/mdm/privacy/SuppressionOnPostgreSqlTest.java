package io.goldsmith.mdm.privacy;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class SuppressionOnPostgreSqlTest extends SuppressionContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.postgreSql();
    }
}
