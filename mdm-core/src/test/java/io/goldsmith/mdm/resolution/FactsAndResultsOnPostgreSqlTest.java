package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class FactsAndResultsOnPostgreSqlTest extends FactsAndResultsContract {

    @Override
    DatabaseSettings newDatabase() {
        return TestDatabase.postgreSql();
    }
}
