package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class LifecycleOnH2Test extends LifecycleContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.h2();
    }
}
