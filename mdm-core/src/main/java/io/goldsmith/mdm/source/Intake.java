package io.goldsmith.mdm.source;

import java.util.List;

/** Lands deliveries: stored durably before this answers, idempotent, ordered by the source's own time. */
public final class Intake {

    /**
     * Lands a batch in one transaction; when this returns, the deliveries survive a crash. Repeating a batch changes nothing. A
     * record version that breaks a rejecting validation rule waits in quarantine; the others are pending until resolved.
     *
     * @param runId the run that delivers them
     * @param deliveries at most 10,000
     */
    public LandingCounts land(long runId, List<? extends Delivery> deliveries) {
        throw new UnsupportedOperationException();
    }

    /** Remembers what the hub wrote into a system, so that it keeps its first provenance when it comes back. */
    public void recordWritten(List<WrittenValue> written) {
        throw new UnsupportedOperationException();
    }
}
