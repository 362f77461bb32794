package io.goldsmith.mdm.store;

import com.zaxxer.hikari.HikariDataSource;
import io.goldsmith.mdm.MdmException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.hibernate.SessionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hub's database, H2 or PostgreSQL: the only place that opens it. Thread-safe.
 */
public final class Store implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Store.class);

    private static final String MIGRATIONS = "io/goldsmith/mdm/store/migration";

    /** What only PostgreSQL needs or knows, numbered among the others. */
    private static final String POSTGRESQL_MIGRATIONS = "io/goldsmith/mdm/store/postgresql";

    private static final int RETRIES = 8;

    private static final long FIRST_PAUSE_MILLIS = 5;

    private static final long LONGEST_PAUSE_MILLIS = 200;

    private final DatabaseSettings settings;
    private final HikariDataSource dataSource;
    private final SessionFactory sessions;
    private final Clock clock;
    private final Map<String, IdAllocator> allocators = new ConcurrentHashMap<>();
    private final ThreadLocal<OpenTransaction> current = new ThreadLocal<>();

    private Store(DatabaseSettings settings, HikariDataSource dataSource, SessionFactory sessions, Clock clock) {
        this.settings = settings;
        this.dataSource = dataSource;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Opens the database, creating or migrating the hub's own tables. A relative path of an H2 file starts at the working directory:
     * see {@link DatabaseSettings#relativeTo}.
     *
     * @param entities the Hibernate entities of every room
     * @throws StoreException if it cannot be opened: the message says why and what to do
     */
    public static Store open(DatabaseSettings settings, List<Class<?>> entities, Clock clock) {
        HikariDataSource dataSource = Database.open(settings);
        try {
            Migration.migrate(
                    dataSource, "mdm", MIGRATIONS, settings.isPostgreSql() ? POSTGRESQL_MIGRATIONS : MIGRATIONS);
            return new Store(settings, dataSource, Sessions.open(dataSource, entities), clock);
        } catch (MdmException e) {
            dataSource.close();
            throw e;
        }
    }

    /**
     * Runs work in a transaction and commits it; joins the caller's transaction when nested. Serialisation failures, deadlocks and
     * {@link ConflictException conflicts} are retried from outside, at most 8 times with growing pauses, so the work must have no
     * effect but in the database.
     *
     * @throws StoreException if the database refuses the work for good; other exceptions of the work pass through after a rollback
     */
    public <R> R inTransaction(Work<R> work) {
        OpenTransaction outer = current.get();
        if (outer != null) {
            return join(outer, work);
        }
        for (int attempt = 0; ; attempt++) {
            try {
                return once(work);
            } catch (SQLException | PersistenceException | StoreException e) {
                if (!Failures.isTransient(e) || attempt == RETRIES) {
                    throw refused(e, attempt);
                }
                LOG.debug("transaction retried after a conflict, attempt {}", attempt + 1);
                pause(attempt);
            }
        }
    }

    /** Whether the calling thread has a transaction open, which {@link #inTransaction} would join. */
    public boolean isInTransaction() {
        return current.get() != null;
    }

    private <R> R join(OpenTransaction outer, Work<R> work) {
        try {
            return work.apply(outer);
        } catch (SQLException e) {
            outer.refuse();
            throw refused(e, 0);
        } catch (RuntimeException | Error e) {
            outer.refuse();
            throw e;
        }
    }

    private <R> R once(Work<R> work) throws SQLException {
        try (OpenTransaction transaction = new OpenTransaction(dataSource.getConnection(), sessions, isPostgreSql())) {
            current.set(transaction);
            boolean committed = false;
            try {
                R result = work.apply(transaction);
                transaction.commit();
                committed = true;
                return result;
            } finally {
                current.remove();
                if (!committed) {
                    transaction.rollback();
                }
            }
        }
    }

    private static RuntimeException refused(Exception failure, int retries) {
        if (failure instanceof StoreException known) {
            return known;
        }
        String state =
                Failures.sqlFailure(failure).map(SQLException::getSQLState).orElse("none");
        // The database's own message may quote values of the row: it stays in the cause.
        return new StoreException(
                "The database refused a transaction after " + retries + " retries (SQL state " + state + ")", failure);
    }

    /** Waits 5 ms, doubled with each attempt up to 200, plus as much again by chance so that rivals do not meet again. */
    private static void pause(int attempt) {
        long millis = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << attempt);
        long jittered = millis + ThreadLocalRandom.current().nextLong(millis);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(jittered));
    }

    /**
     * The allocator of a sequence of the hub's tables, always the same one.
     *
     * @param sequence its name in lower case, for example {@code record_id}
     */
    public IdAllocator ids(String sequence) {
        return allocators.computeIfAbsent(sequence, name -> new IdAllocator(this, name));
    }

    /**
     * Migrates the tables of another module, in its own Flyway history.
     *
     * @param module the module's name, for example {@code connectors}
     * @param location a class path folder of migrations, for example {@code io/goldsmith/connect/migration}
     */
    public void migrate(String module, String location) {
        Migration.migrate(dataSource, module, location);
    }

    /** Whether the database is PostgreSQL; otherwise it is H2. */
    public boolean isPostgreSql() {
        return settings.isPostgreSql();
    }

    /** The clock of the hub. */
    public Clock clock() {
        return clock;
    }

    @Override
    public void close() {
        sessions.close();
        dataSource.close();
    }
}
