package io.goldsmith.mdm.source;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class IntakeOnH2Test extends IntakeContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.h2();
    }
}
