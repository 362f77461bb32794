package io.goldsmith.mdm.stewardship;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class LabelSamplingOnPostgreSqlTest extends LabelSamplingContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.postgreSql();
    }
}
