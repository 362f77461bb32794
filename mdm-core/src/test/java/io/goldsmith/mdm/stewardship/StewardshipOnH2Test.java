package io.goldsmith.mdm.stewardship;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class StewardshipOnH2Test extends StewardshipContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.h2();
    }
}
