package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class ResolutionOnH2Test extends ResolutionContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.h2();
    }
}
