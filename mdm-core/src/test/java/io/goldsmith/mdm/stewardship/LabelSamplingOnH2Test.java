package io.goldsmith.mdm.stewardship;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class LabelSamplingOnH2Test extends LabelSamplingContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.h2();
    }
}
