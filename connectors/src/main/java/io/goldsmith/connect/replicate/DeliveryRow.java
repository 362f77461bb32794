package io.goldsmith.connect.replicate;

import java.util.Set;

/**
 * A delivery as the ledger keeps it.
 *
 * @param delivered what the outside sees
 * @param recordVersion the version of the target's record that it was computed against
 * @param contentHash the hash of the columns to be written
 * @param carrier the file that carries it, empty if none
 * @param rewrites the attributes that it writes whatever was landed, since reconciliation found others in the target
 * @param accepted whether a steward lets it write over what changed in the target
 * @param creates whether it creates the target's record, which has no key until then
 */
record DeliveryRow(
        Delivered delivered,
        int recordVersion,
        String contentHash,
        String carrier,
        Set<String> rewrites,
        boolean accepted,
        boolean creates) {

    long id() {
        return delivered.id();
    }

    String target() {
        return delivered.target();
    }

    String key() {
        return delivered.recordKey();
    }

    int attempts() {
        return delivered.attempts();
    }

    DeliveryState state() {
        return delivered.state();
    }

    /** The same under the key that the target gave the record. */
    DeliveryRow under(String key) {
        Delivered now = new Delivered(
                delivered.id(),
                delivered.target(),
                delivered.goldenId(),
                delivered.version(),
                key,
                delivered.state(),
                delivered.attempts(),
                delivered.nextAttempt(),
                delivered.reason(),
                delivered.messageId(),
                delivered.createdAt(),
                delivered.changedAt());
        return new DeliveryRow(now, recordVersion, contentHash, carrier, rewrites, accepted, creates);
    }
}
