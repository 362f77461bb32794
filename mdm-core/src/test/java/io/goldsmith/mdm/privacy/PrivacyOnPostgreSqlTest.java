package io.goldsmith.mdm.privacy;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class PrivacyOnPostgreSqlTest extends PrivacyContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.postgreSql();
    }
}
