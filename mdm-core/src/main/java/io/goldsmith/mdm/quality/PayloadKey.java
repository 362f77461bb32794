package io.goldsmith.mdm.quality;

import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.store.KeyedHash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** One key of payloads, with what is derived from it: an encrypting key, a hashing key, and an id that tells nothing of either. */
final class PayloadKey {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int ID_BYTES = 8;

    private final String id;
    private final SecretKeySpec encrypting;
    private final KeyedHash hashing;
    private final SecureRandom random = new SecureRandom();

    private PayloadKey(KeyedHash key) {
        this.id = HexFormat.of().formatHex(key.of("payload key id"), 0, ID_BYTES);
        this.encrypting = new SecretKeySpec(key.of("payload encryption"), "AES");
        this.hashing = key.derived("payload digest");
    }

    /**
     * @param secret at least 16 bytes in UTF-8
     * @param where the key of the configuration that it is from
     * @throws MdmException if it is shorter
     */
    static PayloadKey of(String secret, String where) {
        return new PayloadKey(KeyedHash.of(secret, "A payload key", where));
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
        return HexFormat.of().formatHex(hashing.of(text));
    }
}
