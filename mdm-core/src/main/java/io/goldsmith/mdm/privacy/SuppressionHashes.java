package io.goldsmith.mdm.privacy;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.store.KeyedHash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Makes the keyed hashes of the suppression list: HMAC-SHA-256 over the tag and the parts, each with its length. Thread-safe. */
final class SuppressionHashes {

    private final KeyedHash hash;

    /**
     * @param suppressionKey at least 16 bytes in UTF-8
     * @throws MdmException if it is shorter
     */
    SuppressionHashes(String suppressionKey) {
        this.hash = KeyedHash.of(suppressionKey, "The suppression key", "privacy.suppression-key");
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
        byte[][] all = new byte[parts.length + 1][];
        all[0] = withLength(tag);
        for (int i = 0; i < parts.length; i++) {
            all[i + 1] = withLength(parts[i]);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash.of(all));
    }

    private static byte[] withLength(String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(bytes.length)
                .put(bytes)
                .array();
    }
}
