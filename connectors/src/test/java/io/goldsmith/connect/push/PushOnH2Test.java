package io.goldsmith.connect.push;

import io.goldsmith.connect.HubDatabase;

class PushOnH2Test extends PushContract {

    @Override
    HubDatabase database() {
        return HubDatabase.h2();
    }
}
