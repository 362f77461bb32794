package io.goldsmith.mdm.golden;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class RelationsOnH2Test extends RelationsContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.h2();
    }
}
