package io.goldsmith.connect.spi;

/** How one outside system is read. Each method is used by one thread at a time. */
public interface Connector {

    /** Its name in the configuration. */
    String name();

    /**
     * Lands what is new in the system.
     *
     * @param run takes the deliveries, and counts
     * @throws io.goldsmith.connect.ConnectException if the system cannot be reached or read; what was landed before stays landed
     */
    void extract(ExtractionRun run);

    /**
     * Reads what the system has in one of its streams, streamed, without landing anything: no watermark moves, no file is taken.
     *
     * @param stream the stream's name, one of the connector's
     * @param reading takes the records; of several of one key the first counts
     * @return whether it read all that the system has, so that a record that was not among it is not there
     * @throws io.goldsmith.connect.ConnectException if the system cannot be reached or read
     */
    boolean read(String stream, RecordReading reading);
}
