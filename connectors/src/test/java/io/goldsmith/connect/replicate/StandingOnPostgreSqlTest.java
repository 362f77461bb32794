package io.goldsmith.connect.replicate;

import io.goldsmith.connect.HubDatabase;

class StandingOnPostgreSqlTest extends StandingContract {

    @Override
    HubDatabase database() {
        return HubDatabase.postgreSql();
    }
}
