package io.goldsmith.mdm.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * Gathers rows and hands them to PostgreSQL by COPY, a mebibyte or so at a time: between two rows the connection is free for other
 * statements. Nothing is kept of a transaction that fails.
 */
final class CopyBuffer {

    private static final int FULL = 1 << 20;
    private static final int MESSAGE = 1 << 16;

    private final Connection connection;
    private final String copy;
    private final CopyText text = new CopyText();

    /**
     * @param target the table with its columns
     */
    CopyBuffer(Connection connection, String target) {
        this.connection = connection;
        this.copy = "copy " + target + " from stdin";
    }

    void row(Object[] values) throws SQLException {
        text.row(values);
        if (text.size() >= FULL) {
            flush();
        }
    }

    /** Writes what waits. */
    void flush() throws SQLException {
        if (text.size() == 0) {
            return;
        }
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(copy, new ByteArrayInputStream(text.bytes(), 0, text.size()), MESSAGE);
        } catch (IOException e) {
            throw new SQLException("The connection broke while rows were copied", "08006", e);
        }
        text.clear();
    }
}
