package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/**
 * A table whose rows follow wholly from their owners, and that has no index by owner: it is read as a whole, in bounded pages, and
 * compared with what it should hold.
 */
interface ItemTable {

    /** Hands over what the table should hold of the owners, those left aside that cannot be told at present. */
    void expected(LongPredicate owners, Consumer<Item> consumer);

    /** The same of a few owners, each found by its id. */
    void expectedOf(Collection<Long> owners, Consumer<Item> consumer);

    /** Hands over what the table holds of the owners, but of those that cannot be told at present. */
    void stored(LongPredicate owners, Consumer<Item> consumer);

    /** Inserts the rows that are not there. */
    void insert(Transaction transaction, Collection<Item> items) throws SQLException;

    /** Deletes every row of each item. */
    void delete(Transaction transaction, Collection<Item> items) throws SQLException;
}
