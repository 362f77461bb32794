package io.goldsmith.mdm.run;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class RunsOnH2Test extends RunsContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.h2();
    }
}
