package io.goldsmith.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoreOnPostgreSqlTest extends StoreContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.postgreSql();
    }

    @Test
    void knowsThatItIsPostgreSql() {
        assertThat(store.isPostgreSql()).isTrue();
    }

    @Test
    void saysThatTheServerCannotBeReached() {
        DatabaseSettings nowhere = new DatabaseSettings("jdbc:postgresql://localhost:1/hub", "hub", "a-secret");

        assertThatThrownBy(() -> Store.open(nowhere, List.of(), Clock.systemUTC()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("hub.database.url")
                .hasMessageNotContaining("a-secret");
    }
}
