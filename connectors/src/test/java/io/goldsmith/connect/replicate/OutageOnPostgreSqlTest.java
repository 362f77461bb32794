package io.goldsmith.connect.replicate;

import io.goldsmith.connect.HubDatabase;

class OutageOnPostgreSqlTest extends OutageContract {

    @Override
    HubDatabase database() {
        return HubDatabase.postgreSql();
    }
}
