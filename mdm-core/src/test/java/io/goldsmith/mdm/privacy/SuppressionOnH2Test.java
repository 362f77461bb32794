package io.goldsmith.mdm.privacy;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class SuppressionOnH2Test extends SuppressionContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.h2();
    }
}
