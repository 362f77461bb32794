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
     * @param sql one update, delete or merge with {@code ?} parameters; for inserts there is {@link #insert}
     */
    default BulkWriter bulk(String sql) throws SQLException {
        return new BulkWriter(connection(), sql);
    }

    /**
     * A writer of rows of one table on this transaction's connection.
     *
     * @param table its name in lower case
     * @param columns those that the rows fill, in their order
     */
    RowWriter insert(String table, String... columns) throws SQLException;

    /**
     * From here on to its end, each statement of this transaction is planned for the values that it is given, and not once for all: for
     * the few whose best way depends on them, such as what begins with a text.
     */
    void planByValues() throws SQLException;

    /**
     * An array parameter of numbers: for {@code id = any(?)} where the index of the id is the only one that fits, otherwise for a join
     * with {@code unnest(?)}. Never for {@code in (select … from unnest(?))}: H2 does not know the type in time and finds nothing,
     * without an error.
     */
    default Array numbers(Collection<Long> numbers) throws SQLException {
        return connection().createArrayOf("bigint", numbers.toArray());
    }

    /**
     * What follows {@code from} in a query of the rows that have one of many texts in a column: {@link #texts} is its first parameter, and
     * further conditions follow by {@code and}. Of a join, PostgreSQL would read all rows that meet the other conditions as long as it has
     * no statistics of the table; of an array, H2 would.
     *
     * @param table the table with an alias, for example {@code delivery d}
     * @param column its column by that alias
     */
    String among(String table, String column);

    /** An array parameter of texts, under the same rule. */
    default Array texts(Collection<String> texts) throws SQLException {
        return connection().createArrayOf("varchar", texts.toArray());
    }
}
