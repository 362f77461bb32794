package io.goldsmith.mdm.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** A transaction on one connection; the Hibernate session is opened when it is first asked for. */
final class OpenTransaction implements Transaction, AutoCloseable {

    private final Connection connection;
    private final SessionFactory sessions;
    private final boolean isPostgreSql;
    private Session session;
    private boolean refused;

    OpenTransaction(Connection connection, SessionFactory sessions, boolean isPostgreSql) {
        this.connection = connection;
        this.sessions = sessions;
        this.isPostgreSql = isPostgreSql;
    }

    @Override
    public Session session() {
        if (session == null) {
            session = sessions.withOptions().connection(connection).openSession();
            session.beginTransaction();
        }
        return session;
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public RowWriter insert(String table, String... columns) throws SQLException {
        return new RowWriter(connection, isPostgreSql, table, List.of(columns));
    }

    @Override
    public String among(String table, String column) {
        return isPostgreSql
                ? table + " where " + column + " = any(?)"
                : "unnest(?) as wanted(text) join " + table + " on " + column + " = wanted.text where true";
    }

    @Override
    public void planByValues() throws SQLException {
        // H2 always does.
        if (isPostgreSql) {
            try (Statement set = connection.createStatement()) {
                set.execute("set local plan_cache_mode = force_custom_plan");
            }
        }
    }

    /** Notes that a part of the work failed: what it left behind must not be committed, whoever caught the failure. */
    void refuse() {
        refused = true;
    }

    void commit() throws SQLException {
        if (refused) {
            throw new StoreException("A nested part of this transaction failed, so it cannot be committed as a whole;"
                    + " let the failure pass to the outermost transaction");
        }
        if (session != null) {
            session.getTransaction().commit();
        } else {
            connection.commit();
        }
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            if (session != null) {
                session.close();
            }
        }
    }
}
