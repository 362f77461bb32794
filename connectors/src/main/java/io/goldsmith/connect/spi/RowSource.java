package io.goldsmith.connect.spi;

import java.io.IOException;

/** An opened way to a system, which reads its streams. Used by one thread at a time. */
public interface RowSource extends AutoCloseable {

    /**
     * Reads what a stream has from a position on: hands over row after row, streamed, and says now and then how far it is.
     *
     * <p>Rows may come again; none may be left out. What changes in the system while it is read is handed over now or from the next position on.
     *
     * @param query which stream, from where on
     * @param sink takes the rows; when it wants no more, reading ends without a failure
     * @throws IOException if the system cannot be read; the message says what was expected and what to check, and holds no secret and no value of a person. What
     *     was handed over before the position reached last stays landed
     */
    void read(StreamQuery query, RowSink sink) throws IOException;

    /** Lets go of the system; said again, nothing happens. */
    @Override
    void close();
}
