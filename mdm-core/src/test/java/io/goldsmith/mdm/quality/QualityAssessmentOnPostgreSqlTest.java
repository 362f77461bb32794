package io.goldsmith.mdm.quality;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class QualityAssessmentOnPostgreSqlTest extends QualityAssessmentContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.postgreSql();
    }
}
