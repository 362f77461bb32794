package io.goldsmith.connect.spi;

import io.goldsmith.mdm.source.Delivery;
import java.time.Instant;

/** Takes what a system has, record by record, without landing it. */
@FunctionalInterface
public interface RecordReading {

    /**
     * Takes one record.
     *
     * @param asOf the system had it so at this time, by the hub's clock; what was written there later does not show in it
     * @param delivery the record, or why it cannot be read as one
     */
    void take(Instant asOf, Delivery delivery);
}
