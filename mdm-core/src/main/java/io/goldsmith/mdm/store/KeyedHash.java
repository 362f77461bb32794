package io.goldsmith.mdm.store;

import io.goldsmith.mdm.MdmException;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104) under a secret of the configuration: what is stored or shown tells nothing to who has not the key. Thread-safe. */
public final class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_KEY = 16;

    private final SecretKeySpec key;

    private KeyedHash(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * Under a secret.
     *
     * @param secret at least 16 bytes in UTF-8
     * @param what what it is called at the beginning of a sentence, for example {@code The profile key}
     * @param where the key of the configuration that it is from
     * @throws MdmException if it is shorter
     */
    public static KeyedHash of(String secret, String what, String where) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SHORTEST_KEY) {
            throw new MdmException(what + " must have at least " + SHORTEST_KEY + " bytes, but " + where + " has "
                    + bytes.length + "; write a random one, for example of `openssl rand -base64 32`, into its file");
        }
        return new KeyedHash(bytes);
    }

    /** Under a key that is derived from this one for a purpose of its own. */
    public KeyedHash derived(String purpose) {
        return new KeyedHash(of(bytes(purpose)));
    }

    /** 32 bytes, of parts one after the other. */
    public byte[] of(byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    /** 32 bytes, of a text in UTF-8. */
    public byte[] of(String text) {
        return of(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
