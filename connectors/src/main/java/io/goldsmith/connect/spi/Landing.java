package io.goldsmith.connect.spi;

import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.source.LandingCounts;
import java.util.List;

/** The way of deliveries into the hub: by this node itself, or by all nodes of the hub together. Thread-safe. */
public interface Landing {

    /**
     * Lands a batch; when this returns, it survives a crash.
     *
     * @param runId the run that delivers it
     * @param isFullExtract whether the run delivers every record of its source system
     * @param deliveries at most {@value ExtractionRun#BATCH}
     * @return what became of them
     * @throws RuntimeException if it is not known to be landed as a whole; then it is delivered again, which changes nothing of what was
     */
    LandingCounts land(long runId, boolean isFullExtract, List<Delivery> deliveries);

    /** How many batches of one run are landed at a time. */
    int atOnce();
}
