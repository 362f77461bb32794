package io.goldsmith.mdm.reference;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class ReferenceVerificationOnH2Test extends ReferenceVerificationContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.h2();
    }
}
