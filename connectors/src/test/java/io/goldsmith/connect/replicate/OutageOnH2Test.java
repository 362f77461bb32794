package io.goldsmith.connect.replicate;

import io.goldsmith.connect.HubDatabase;

class OutageOnH2Test extends OutageContract {

    @Override
    HubDatabase database() {
        return HubDatabase.h2();
    }
}
