package io.goldsmith.connect.push;

import io.goldsmith.connect.HubDatabase;

class PushOnPostgreSqlTest extends PushContract {

    @Override
    HubDatabase database() {
        return HubDatabase.postgreSql();
    }
}
