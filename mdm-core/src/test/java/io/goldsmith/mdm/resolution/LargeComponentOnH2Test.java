package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class LargeComponentOnH2Test extends LargeComponentContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.h2();
    }
}
