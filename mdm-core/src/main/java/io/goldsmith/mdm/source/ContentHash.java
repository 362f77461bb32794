package io.goldsmith.mdm.source;

import io.goldsmith.matching.record.AttributeValues;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The first 128 bits of SHA-256 over values, as 32 hexadecimal digits: equal content has equal hashes. Every text goes in with its
 * length before it, so that no two contents read alike.
 */
public final class ContentHash {

    private static final int BYTES = 16;

    private final MessageDigest digest;

    private ContentHash() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Of a record version. */
    public static String of(AttributeValues raw, boolean deleted) {
        ContentHash hash = new ContentHash();
        hash.number(deleted ? 1 : 0);
        for (Map.Entry<String, List<String>> attribute : raw.asMap().entrySet()) {
            hash.text(attribute.getKey());
            hash.texts(attribute.getValue());
        }
        return hash.hex();
    }

    /** Of the values of one attribute, in their order. */
    public static String of(List<String> values) {
        ContentHash hash = new ContentHash();
        hash.texts(values);
        return hash.hex();
    }

    private void texts(List<String> values) {
        number(values.size());
        values.forEach(this::text);
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        digest.update(bytes);
    }

    private void number(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
    }

    private String hex() {
        return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), BYTES));
    }
}
