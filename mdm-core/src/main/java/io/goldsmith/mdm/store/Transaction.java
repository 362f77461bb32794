package io.goldsmith.mdm.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import org.hibernate.Session;

/**
 * An open transaction: one connection, reached as a Hibernate session for entities and as itself for bulk paths. Neither is closed,
 * committed or kept by the caller. Changes to entities reach the connection when the session is flushed, at the latest on commit:
 * who reads by SQL what was just changed by entity flushes first.
 */
public interface Transaction {

    Session session();

    Connection connection();

    /**
     * A writer of many rows by one statement on this transaction's connection.
     *
     * @param sql one insert, update, delete or merge with {@code ?} parameters
     */
    default BulkWriter bulk(String sql) throws SQLException {
        return new BulkWriter(connection(), sql);
    }

    /** An array parameter of numbers, for {@code unnest(?)}: H2 compares a row with every element of {@code = any(?)}. */
    default Array numbers(Collection<Long> numbers) throws SQLException {
        return connection().createArrayOf("bigint", numbers.toArray());
    }

    /** An array parameter of texts, for {@code unnest(?)}. */
    default Array texts(Collection<String> texts) throws SQLException {
        return connection().createArrayOf("varchar", texts.toArray());
    }
}
