package io.goldsmith.connect.jdbc;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Keeps the pool from logging the failures of writes: drivers put the values of the statement into the message. {@link JdbcTable} lets a
 * connection that failed go by itself. Public since the pool makes it.
 */
public final class QuietFailure implements SQLExceptionOverride {

    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException failure) {
        return SQLExceptionOverride.Override.DO_NOT_EVICT;
    }
}
