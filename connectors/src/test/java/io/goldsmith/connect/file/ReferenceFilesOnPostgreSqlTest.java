package io.goldsmith.connect.file;

import io.goldsmith.connect.HubDatabase;

class ReferenceFilesOnPostgreSqlTest extends ReferenceFilesContract {

    @Override
    HubDatabase database() {
        return HubDatabase.postgreSql();
    }
}
