package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class FactsAndResultsOnH2Test extends FactsAndResultsContract {

    @Override
    DatabaseSettings newDatabase() {
        return TestDatabase.h2();
    }
}
