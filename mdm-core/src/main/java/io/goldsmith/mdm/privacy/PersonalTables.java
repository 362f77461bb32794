package io.goldsmith.mdm.privacy;

import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** The tables of another module that hold something of a person; the module hands it to {@link Privacy#erasesFrom}. */
@FunctionalInterface
public interface PersonalTables {

    /**
     * Removes what they hold of an erased customer, in the transaction of the erasure, which may be tried again.
     *
     * @param goldenIds the golden records
     * @param records the source records
     */
    void erase(Transaction transaction, Collection<Long> goldenIds, List<ErasedRecord> records) throws SQLException;
}
