package io.goldsmith.mdm.privacy;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class ErasureOnH2Test extends ErasureContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.h2();
    }
}
