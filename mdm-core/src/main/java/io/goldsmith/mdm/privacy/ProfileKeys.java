package io.goldsmith.mdm.privacy;

import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.store.KeyedHash;
import java.util.Base64;

/**
 * Makes the pseudonymous key of a customer's profile: a keyed hash (HMAC-SHA-256) of the golden id under the hub's profile key.
 * Thread-safe.
 */
public final class ProfileKeys {

    private final KeyedHash hash;

    /**
     * @param profileKey the hub's profile key, at least 16 bytes in UTF-8
     * @throws MdmException if it is shorter
     */
    public ProfileKeys(String profileKey) {
        this.hash = KeyedHash.of(profileKey, "The profile key", "hub.profile-key");
    }

    /** The profile key of a golden record: 43 characters of URL-safe base64. */
    public String of(GoldenId id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash.of(id.toString()));
    }
}
