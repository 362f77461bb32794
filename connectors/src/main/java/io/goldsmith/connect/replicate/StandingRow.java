package io.goldsmith.connect.replicate;

import io.goldsmith.mdm.golden.GoldenId;
import java.util.Optional;

/**
 * Where a record of a target stands, as the ledger keeps it.
 *
 * @param standing what the outside sees
 * @param deliveryId the newest delivery
 * @param acknowledgedRecordVersion the version of the target's record against which the acknowledged state was computed; 0: none
 * @param sent the digests of what was ever sent, the newest of each attribute
 * @param found the digests of what reconciliation found there and let be written over
 * @param conflictOf the golden record of the task about a conflict; empty if none waits
 */
record StandingRow(
        Standing standing,
        long deliveryId,
        int acknowledgedRecordVersion,
        FieldDigests sent,
        FieldDigests found,
        Optional<GoldenId> conflictOf) {

    String key() {
        return standing.recordKey();
    }

    FieldDigests acknowledgedDigests() {
        return standing.acknowledgedDigests();
    }

    /** Whether the hub has written, or has been told to write over, these values of an attribute. */
    boolean knows(String attribute, String digest) {
        return sent.has(attribute, digest)
                || standing.acknowledgedDigests().has(attribute, digest)
                || found.has(attribute, digest);
    }

    /** Whether its newest delivery is still on its way, or waits for a steward. */
    boolean isUnderWay() {
        return standing.state().isUnderWay();
    }
}
