package io.goldsmith.mdm.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowWriterOnPostgreSqlTest extends RowWriterContract {

    @Override
    DatabaseSettings database() {
        return TestDatabase.postgreSql();
    }

    @ParameterizedTest(name = "{0} rows")
    @ValueSource(ints = {1, 200})
    void tellsANulByItsStateSinceTextsCannotHoldIt(int rows) {
        try (Store store = Store.open(database(), List.of(), Clock.systemUTC())) {
            assertThatThrownBy(() -> store.inTransaction(transaction -> {
                        try (RowWriter writer = transaction.insert("search_term", "term", "golden_id")) {
                            for (long id = 0; id < rows; id++) {
                                writer.row("a\0b", id);
                            }
                        }
                        return null;
                    }))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("22021");
        }
    }
}
