package io.goldsmith.samples.landscape;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * By what a repeated PUT is recognised.
 *
 * @param key the caller's idempotency key, empty if there is none
 * @param digest of the path and the body, so that a key used for something else is noticed
 */
record PutKey(String key, String digest) {

    PutKey(String key, String id, byte[] body) {
        this(key, digestOf(id, body));
    }

    boolean isGiven() {
        return !key.isEmpty();
    }

    private static String digestOf(String id, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, but this one has not.", e);
        }
    }
}
