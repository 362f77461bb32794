package io.goldsmith.connect.message;

import java.time.Duration;
import java.util.List;

/** An open way to a system that sends. It hands messages over, and tells the system what is landed. Not thread-safe. */
public interface MessageReader extends AutoCloseable {

    /**
     * Notes what is there to be read now, for {@link #isDrained()}.
     *
     * @throws io.goldsmith.connect.ConnectException if the system cannot be reached, or lacks a stream; the message says what to check
     */
    void begin();

    /**
     * Waits for messages, in the order in which the system sent them.
     *
     * @param atMost how long to wait for the first
     * @return at most {@value io.goldsmith.connect.spi.ExtractionRun#BATCH}; none if none came
     * @throws io.goldsmith.connect.ConnectException if the system cannot be reached or read
     */
    List<Message> next(Duration atMost);

    /**
     * What {@link #next} handed over is landed durably: the system need not keep it for the hub any longer. Where this fails, or never comes, the
     * system sends it again.
     *
     * @throws io.goldsmith.connect.ConnectException if the system cannot be told
     */
    void landed();

    /** Whether everything was handed over that was there at {@link #begin()}, as far as it is this reader's to read. */
    boolean isDrained();

    /** Leaves the system; what was handed over and not told as landed will be sent again. */
    @Override
    void close();
}
