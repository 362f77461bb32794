package io.goldsmith.mdm.source;

import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.StoreException;
import io.goldsmith.mdm.store.Work;

/** The transaction in which deliveries land. */
final class LandingTransaction {

    /** Two writers may make the same new record at once: the one that loses looks again and finds it. */
    private static final int ATTEMPTS = 5;

    private LandingTransaction() {}

    static <R> R in(Store store, Work<R> landing) {
        for (int attempt = 1; ; attempt++) {
            try {
                return store.inTransaction(landing);
            } catch (StoreException e) {
                if (!e.isDuplicateKey() || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
