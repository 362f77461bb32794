package io.goldsmith.connect.replicate;

import io.goldsmith.connect.HubDatabase;

class ConflictOnPostgreSqlTest extends ConflictContract {

    @Override
    HubDatabase database() {
        return HubDatabase.postgreSql();
    }
}
