package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class ConsistencyOnH2Test extends ConsistencyContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.h2();
    }
}
