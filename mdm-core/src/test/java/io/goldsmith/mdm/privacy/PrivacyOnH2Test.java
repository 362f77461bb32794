package io.goldsmith.mdm.privacy;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class PrivacyOnH2Test extends PrivacyContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.h2();
    }
}
