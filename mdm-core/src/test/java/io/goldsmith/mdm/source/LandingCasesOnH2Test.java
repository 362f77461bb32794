package io.goldsmith.mdm.source;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class LandingCasesOnH2Test extends LandingCasesContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.h2();
    }
}
