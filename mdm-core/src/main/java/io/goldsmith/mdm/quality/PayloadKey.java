package io.goldsmith.mdm.quality;

import io.goldsmith.mdm.MdmException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** One key of payloads, with what is derived from it: an encrypting key, a hashing key, and an id that tells nothing of either. */
final class PayloadKey {

    private static final String HASH = "HmacSHA256";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int SHORTEST_KEY = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int ID_BYTES = 8;

    private final String id;
    private final SecretKeySpec encrypting;
    private final SecretKeySpec hashing;
    private final SecureRandom random = new SecureRandom();

    private PayloadKey(SecretKeySpec key) {
        this.id = HexFormat.of().formatHex(Arrays.copyOf(hash(key, "payload key id"), ID_BYTES));
        this.encrypting = new SecretKeySpec(hash(key, "payload encryption"), "AES");
        this.hashing = new SecretKeySpec(hash(key, "payload digest"), HASH);
    }

    /**
     * @param secret at least 16 bytes in UTF-8
     * @param where the key of the configuration that it is from
     * @throws MdmException if it is shorter
     */
    static PayloadKey of(String secret, String where) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SHORTEST_KEY) {
            throw new MdmException("A payload key must have at least " + SHORTEST_KEY + " bytes, but " + where + " has "
                    + bytes.length + "; write a random one, for example of `openssl rand -base64 32`, into its file");
        }
        return new PayloadKey(new SecretKeySpec(bytes, HASH));
    }

    String id() {
        return id;
    }

    /** Base64 of a fresh nonce and the ciphertext with its tag. */
    String encrypt(String associated, String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] encrypted =
                    cipher(Cipher.ENCRYPT_MODE, nonce, associated).doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] both = ByteBuffer.allocate(nonce.length + encrypted.length)
                    .put(nonce)
                    .put(encrypted)
                    .array();
            return Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + CIPHER, impossible);
        }
    }

    /** @throws BrokenPayloadException if it was not encrypted so */
    String decrypt(String associated, String text) {
        try {
            byte[] both = Base64.getDecoder().decode(text);
            if (both.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
                throw new AEADBadTagException("Shorter than a nonce and a tag");
            }
            byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
            byte[] decrypted = cipher(Cipher.DECRYPT_MODE, nonce, associated)
                    .doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
            return new String(decrypted, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException changed) {
            throw new BrokenPayloadException(
                    "The payload of " + associated + " must be as the hub sealed it under key " + id
                            + ", but was changed since, or belongs to another row; restore it from a backup, or let its source deliver it again",
                    changed);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String associated) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, encrypting, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(associated.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** 64 hex digits. */
    String digest(String text) {
        return HexFormat.of().formatHex(hash(hashing, text));
    }

    private static byte[] hash(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(HASH);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + HASH, impossible);
        }
    }
}
