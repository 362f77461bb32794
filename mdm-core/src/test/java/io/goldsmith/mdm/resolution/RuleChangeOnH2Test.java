package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class RuleChangeOnH2Test extends RuleChangeContract {

    @Override
    DatabaseSettings newDatabase() {
        return TestDatabase.h2();
    }
}
