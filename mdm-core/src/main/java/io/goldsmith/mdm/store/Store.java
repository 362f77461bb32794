package io.goldsmith.mdm.store;

/**
 * The hub's database, H2 or PostgreSQL: the only place that opens it.
 */
public final class Store implements AutoCloseable {

    /**
     * Runs work in a transaction and commits it; joins the caller's transaction when nested. Serialisation failures and deadlocks
     * are retried from outside, at most 5 times with growing pauses, so the work must have no effect but in the database.
     */
    public <R> R inTransaction(Work<R> work) {
        throw new UnsupportedOperationException();
    }

    /**
     * Migrates the tables of another module, in its own Flyway history.
     *
     * @param module the module's name, for example {@code connectors}
     * @param location a class path folder of migrations, for example {@code io/goldsmith/connect/migration}
     */
    public void migrate(String module, String location) {
        throw new UnsupportedOperationException();
    }

    /** Whether the database is PostgreSQL; otherwise it is H2. */
    public boolean isPostgreSql() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
