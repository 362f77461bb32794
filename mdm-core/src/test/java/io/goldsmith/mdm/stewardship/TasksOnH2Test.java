package io.goldsmith.mdm.stewardship;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class TasksOnH2Test extends TasksContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.h2();
    }
}
