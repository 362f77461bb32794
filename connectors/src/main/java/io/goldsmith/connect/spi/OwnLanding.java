package io.goldsmith.connect.spi;

import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.source.LandingCounts;
import java.util.List;

/** Landing by this node, in one transaction for each batch. */
public record OwnLanding(Hub hub) implements Landing {

    /** The database writes one while the hub puts the other together. */
    private static final int AT_ONCE = 2;

    @Override
    public LandingCounts land(long runId, boolean isFullExtract, List<Delivery> deliveries) {
        return isFullExtract
                ? hub.intake().landFullExtract(runId, deliveries)
                : hub.intake().land(runId, deliveries);
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }
}
