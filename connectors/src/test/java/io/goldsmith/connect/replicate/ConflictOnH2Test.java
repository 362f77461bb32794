package io.goldsmith.connect.replicate;

import io.goldsmith.connect.HubDatabase;

class ConflictOnH2Test extends ConflictContract {

    @Override
    HubDatabase database() {
        return HubDatabase.h2();
    }
}
