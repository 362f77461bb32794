package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class ConcurrentWritersOnH2Test extends ConcurrentWritersContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.h2();
    }
}
