package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Work;
import java.sql.Connection;

/** Reads what several statements see at one instant, beside writers. */
final class Snapshot {

    private Snapshot() {}

    /** A transaction of its own, in which nothing has been read yet: the isolation level can still be set. */
    static <R> R read(Store store, Work<R> work) {
        return store.inTransaction(transaction -> {
            transaction.connection().setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return work.apply(transaction);
        });
    }
}
