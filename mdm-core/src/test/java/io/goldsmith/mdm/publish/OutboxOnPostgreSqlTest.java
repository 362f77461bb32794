package io.goldsmith.mdm.publish;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class OutboxOnPostgreSqlTest extends OutboxContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.postgreSql();
    }
}
