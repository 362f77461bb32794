package io.goldsmith.connect.replicate;

import io.goldsmith.connect.HubDatabase;

class ReconciliationOnH2Test extends ReconciliationContract {

    @Override
    HubDatabase database() {
        return HubDatabase.h2();
    }
}
