package io.goldsmith.mdm.quality;

import io.goldsmith.mdm.store.DatabaseSettings;
import io.goldsmith.mdm.store.TestDatabase;

class QualityAssessmentOnH2Test extends QualityAssessmentContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.h2();
    }
}
