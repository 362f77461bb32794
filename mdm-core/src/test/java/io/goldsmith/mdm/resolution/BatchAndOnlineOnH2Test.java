package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class BatchAndOnlineOnH2Test extends BatchAndOnlineContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.h2();
    }
}
