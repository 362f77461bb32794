package io.goldsmith.connect.spi;

/** How one outside system is read. Used by one thread at a time. */
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
}
