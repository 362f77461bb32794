package io.goldsmith.mdm.quality;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class PayloadOnH2Test extends PayloadContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.h2();
    }
}
