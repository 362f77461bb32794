package io.goldsmith.mdm.privacy;

import io.goldsmith.mdm.golden.GoldenId;

/** Makes the pseudonymous key of a customer's profile: a keyed hash (HMAC-SHA-256) of the golden id under the hub's profile key. */
public final class ProfileKeys {

    /** The profile key of a golden record: 43 characters of URL-safe base64. */
    public String of(GoldenId id) {
        throw new UnsupportedOperationException();
    }
}
