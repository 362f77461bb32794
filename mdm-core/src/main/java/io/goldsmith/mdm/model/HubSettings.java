package io.goldsmith.mdm.model;

import io.goldsmith.mdm.store.DatabaseSettings;
import java.util.List;
import java.util.Optional;

/**
 * The {@code hub} section.
 *
 * @param database where the hub's database is
 * @param profileKey the key of the keyed hash that makes pseudonymous profile keys, at least 16 bytes
 * @param payloadKey the key under which what could not be read is kept, at least 16 bytes; empty: it is not kept
 * @param formerPayloadKeys keys that it had before: what is kept under them is sealed anew when the hub opens
 * @param blastRadius how many customers a batch may change before it waits for a person
 */
public record HubSettings(
        DatabaseSettings database,
        String profileKey,
        Optional<String> payloadKey,
        List<String> formerPayloadKeys,
        BlastRadius blastRadius) {

    public HubSettings {
        payloadKey = payloadKey == null ? Optional.empty() : payloadKey;
        formerPayloadKeys = formerPayloadKeys == null ? List.of() : List.copyOf(formerPayloadKeys);
        blastRadius = blastRadius == null ? BlastRadius.STANDARD : blastRadius;
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "HubSettings[" + database + "]";
    }
}
