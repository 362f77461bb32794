package io.goldsmith.connect.jdbc;

import io.goldsmith.connect.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/**
 * What to say of a database that cannot be reached or read.
 *
 * @param connector the connector's name
 * @param address the database's address without options
 */
record JdbcFailure(String connector, String address) {

    /** The address without options, which may hold credentials. */
    static String withoutOptions(String url) {
        return url.split("[;?]", 2)[0];
    }

    /** The failure of reading a table, as a person needs it. */
    RuntimeException of(String table, Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return of(table, sql, failure);
            }
        }
        return failure instanceof RuntimeException known
                ? known
                : new ConnectException("Connector " + connector + " failed reading " + table, failure);
    }

    private ConnectException of(String table, SQLException sql, Exception failure) {
        String state = String.valueOf(sql.getSQLState());
        if (sql instanceof SQLTransientConnectionException || state.startsWith("08") || state.startsWith("90067")) {
            return new ConnectException(
                    "Connector " + connector + " cannot reach " + address
                            + "; check that the database runs there and that address, user and password are right",
                    failure);
        }
        return new ConnectException(
                "Connector " + connector + " cannot read " + table + " at " + address + " (SQL state " + state
                        + "); check that table and columns exist and that the user may read them",
                failure);
    }
}
