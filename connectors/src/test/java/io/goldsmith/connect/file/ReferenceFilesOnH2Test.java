package io.goldsmith.connect.file;

import io.goldsmith.connect.HubDatabase;

class ReferenceFilesOnH2Test extends ReferenceFilesContract {

    @Override
    HubDatabase database() {
        return HubDatabase.h2();
    }
}
