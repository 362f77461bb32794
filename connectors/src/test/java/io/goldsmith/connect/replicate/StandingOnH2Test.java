package io.goldsmith.connect.replicate;

import io.goldsmith.connect.HubDatabase;

class StandingOnH2Test extends StandingContract {

    @Override
    HubDatabase database() {
        return HubDatabase.h2();
    }
}
