package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;

/** Removes what is known of an erased customer beside the results of resolution, which are gone already. */
@FunctionalInterface
public interface ErasureRemoval {

    /** Called in the transaction of the erasure, under its locks; may be called again if that is retried. */
    void remove(Transaction transaction, CustomerScope customer) throws SQLException;
}
