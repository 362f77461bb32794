package io.goldsmith.mdm.privacy;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.MdmException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes the keyed hashes of the suppression list: HMAC-SHA-256 over the tag and the parts, each with its length. Thread-safe. */
final class SuppressionHashes {

    private static final String ALGORITHM = "HmacSHA256";

    private static final int SHORTEST_KEY = 16;

    private final SecretKeySpec key;

    /**
     * @param suppressionKey at least 16 bytes in UTF-8
     * @throws MdmException if it is shorter
     */
    SuppressionHashes(String suppressionKey) {
        byte[] bytes = suppressionKey.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SHORTEST_KEY) {
            throw new MdmException("The suppression key must have at least " + SHORTEST_KEY
                    + " bytes, but privacy.suppression-key has " + bytes.length
                    + "; write a random one, for example of `openssl rand -base64 32`, into its file");
        }
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** 43 characters of URL-safe base64. */
    String of(SuppressionTag tag, String... parts) {
        return hash(tag.name(), parts);
    }

    String of(RecordId record) {
        return of(SuppressionTag.SOURCE_KEY, record.source(), record.key());
    }

    /** What stands in the place of an erased record's source key; another one each time that the key is erased. */
    String tombstone(RecordId record, long recordId) {
        return "erased:" + hash("TOMBSTONE", record.source(), record.key(), Long.toString(recordId));
    }

    private String hash(String tag, String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            add(mac, tag);
            for (String part : parts) {
                add(mac, part);
            }
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal());
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    private static void add(Mac mac, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        mac.update(bytes);
    }
}
