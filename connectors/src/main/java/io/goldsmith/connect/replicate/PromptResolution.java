package io.goldsmith.connect.replicate;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.resolution.ComponentTooLargeException;
import io.goldsmith.mdm.store.ConflictException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Resolves what replication landed at once, so that the customer is whole when the next change comes. */
final class PromptResolution {

    private static final Logger LOG = LoggerFactory.getLogger(PromptResolution.class);

    private PromptResolution() {}

    /** What hinders it leaves it to the next resolution. */
    static void of(Hub hub, RecordId record, String cause) {
        for (Long id : hub.sourceRecords().idsOf(List.of(record)).values()) {
            try {
                hub.resolution().resolve(id, cause);
            } catch (ComponentTooLargeException | ConflictException later) {
                LOG.debug("{} is resolved later: {}", record, later.getMessage());
            }
        }
    }
}
