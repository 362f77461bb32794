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
 */
record DeliveryRow(
        Delivered delivered,
        int recordVersion,
        String contentHash,
        String carrier,
        Set<String> rewrites,
        boolean accepted) {

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
}
