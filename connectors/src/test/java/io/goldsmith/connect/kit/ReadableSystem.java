package io.goldsmith.connect.kit;

import java.io.IOException;
import java.util.Map;

/** A real system that a kind under test reads: a server in the test process, a folder, a database. It has one stream, empty at first. */
public interface ReadableSystem extends AutoCloseable {

    /** The options with which the kind reads it. */
    Map<String, String> options();

    /** What {@code from} of the stream says. */
    String from();

    /** The column with the key of a record. */
    String keyColumn();

    /** The column with the value that {@link #put} wrote. */
    String valueColumn();

    /** Adds a record, or changes the one of that key; when this returns, others see it. */
    void put(String key, String value) throws Exception;

    /**
     * Adds something that cannot be read as a record.
     *
     * @return whether the system can have such a thing at all
     */
    boolean putUnreadable() throws Exception;

    /** From now on it cannot be read. */
    void goDown() throws Exception;

    /** It can be read again, and has what it had. */
    void comeBack() throws Exception;

    @Override
    void close() throws IOException;
}
