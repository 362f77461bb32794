package io.goldsmith.connect.replicate;

/**
 * A delivery as the ledger keeps it.
 *
 * @param delivered what the outside sees
 * @param recordVersion the version of the target's record that it was computed against
 * @param contentHash the hash of the columns to be written
 * @param carrier the file that carries it, empty if none
 */
record DeliveryRow(Delivered delivered, int recordVersion, String contentHash, String carrier) {

    long id() {
        return delivered.id();
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
