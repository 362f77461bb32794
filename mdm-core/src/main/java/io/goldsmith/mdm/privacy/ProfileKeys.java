package io.goldsmith.mdm.privacy;

import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.golden.GoldenId;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the pseudonymous key of a customer's profile: a keyed hash (HMAC-SHA-256) of the golden id under the hub's profile key.
 * Thread-safe.
 */
public final class ProfileKeys {

    private static final String ALGORITHM = "HmacSHA256";

    private static final int SHORTEST_KEY = 16;

    private final SecretKeySpec key;

    /**
     * @param profileKey the hub's profile key, at least 16 bytes in UTF-8
     * @throws MdmException if it is shorter
     */
    public ProfileKeys(String profileKey) {
        byte[] bytes = profileKey.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SHORTEST_KEY) {
            throw new MdmException("The profile key must have at least " + SHORTEST_KEY
                    + " bytes, but hub.profile-key has " + bytes.length
                    + "; write a random one, for example of `openssl rand -base64 32`, into its file");
        }
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** The profile key of a golden record: 43 characters of URL-safe base64. */
    public String of(GoldenId id) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal(id.toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
