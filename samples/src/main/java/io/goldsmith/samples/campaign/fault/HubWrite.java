package io.goldsmith.samples.campaign.fault;

/**
 * A change of a system's state by the hub, as the system saw it.
 *
 * @param key of the record
 * @param message number or idempotency key under which it came
 */
record HubWrite(String key, String message) {

    /** The version of the golden record that the message names. */
    String version() {
        String[] parts = message.split(":");
        return parts.length == 4 ? parts[1] + " " + parts[2] : message;
    }
}
