package io.goldsmith.mdm.store;

/** Work in a transaction, with a result. */
@FunctionalInterface
public interface Work<R> {

    R apply(Transaction transaction) throws java.sql.SQLException;
}
