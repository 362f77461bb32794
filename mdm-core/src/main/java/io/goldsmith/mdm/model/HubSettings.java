package io.goldsmith.mdm.model;

import io.goldsmith.mdm.store.DatabaseSettings;

/**
 * The {@code hub} section.
 *
 * @param database where the hub's database is
 * @param profileKey the key of the keyed hash that makes pseudonymous profile keys, at least 16 bytes
 * @param blastRadius how many customers a batch may change before it waits for a person
 */
public record HubSettings(DatabaseSettings database, String profileKey, BlastRadius blastRadius) {

    public HubSettings {
        blastRadius = blastRadius == null ? BlastRadius.STANDARD : blastRadius;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "HubSettings[" + database + "]";
    }
}
