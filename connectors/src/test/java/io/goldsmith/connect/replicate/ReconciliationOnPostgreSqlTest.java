package io.goldsmith.connect.replicate;

import io.goldsmith.connect.HubDatabase;

class ReconciliationOnPostgreSqlTest extends ReconciliationContract {

    @Override
    HubDatabase database() {
        return HubDatabase.postgreSql();
    }
}
