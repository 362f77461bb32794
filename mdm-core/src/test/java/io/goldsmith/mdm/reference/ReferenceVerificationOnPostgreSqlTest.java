package io.goldsmith.mdm.reference;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class ReferenceVerificationOnPostgreSqlTest extends ReferenceVerificationContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.postgreSql();
    }
}
