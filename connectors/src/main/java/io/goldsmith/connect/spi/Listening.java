package io.goldsmith.connect.spi;

/** A connector whose system sends by itself. Each method is used by one thread at a time. */
public interface Listening extends Connector {

    /**
     * Waits a moment for what is sent and lands it as it comes, until nothing comes for a moment or some seconds have passed. It stays with the
     * system in between, so that the next call goes on where this one ended.
     *
     * @param run takes the deliveries, and counts
     * @param landed told after each landing
     * @throws io.goldsmith.connect.ConnectException if the system cannot be reached or read; what was landed before stays landed
     */
    void listen(ExtractionRun run, Runnable landed);

    /** Whether several nodes may listen at the same time, each to a part; else they take turns. */
    boolean isShared();

    /** Lets go of the system until it is listened to again; said again, nothing happens. */
    void leave();
}
