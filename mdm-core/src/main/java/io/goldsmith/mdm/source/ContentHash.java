package io.goldsmith.mdm.source;

import io.goldsmith.matching.record.AttributeValues;
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
    private static final int FIRST_CAPACITY = 1 << 10;

    /** A thread that hashed something larger does not keep the room. */
    private static final int LARGEST_KEPT = 1 << 16;

    private static final ThreadLocal<ContentHash> OF_THREAD = ThreadLocal.withInitial(ContentHash::new);

    private final MessageDigest digest;
    private byte[] content = new byte[FIRST_CAPACITY];
    private int size;

    private ContentHash() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Of a record version. */
    public static String of(AttributeValues raw, boolean deleted) {
        ContentHash hash = begin();
        hash.number(deleted ? 1 : 0);
        for (Map.Entry<String, List<String>> attribute : raw.asMap().entrySet()) {
            hash.text(attribute.getKey());
            hash.texts(attribute.getValue());
        }
        return hash.hex();
    }

    /** Of the values of one attribute, in their order. */
    public static String of(List<String> values) {
        ContentHash hash = begin();
        hash.texts(values);
        return hash.hex();
    }

    /** What a failure left behind is forgotten. */
    private static ContentHash begin() {
        ContentHash hash = OF_THREAD.get();
        hash.size = 0;
        return hash;
    }

    private void texts(List<String> values) {
        number(values.size());
        for (String value : values) {
            text(value);
        }
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        reserve(bytes.length);
        System.arraycopy(bytes, 0, content, size, bytes.length);
        size += bytes.length;
    }

    private void number(int number) {
        reserve(Integer.BYTES);
        content[size++] = (byte) (number >>> 24);
        content[size++] = (byte) (number >>> 16);
        content[size++] = (byte) (number >>> 8);
        content[size++] = (byte) number;
    }

    private void reserve(int more) {
        if (content.length - size < more) {
            content = Arrays.copyOf(content, Math.max(Math.addExact(size, more), 2 * content.length));
        }
    }

    private String hex() {
        digest.update(content, 0, size);
        if (content.length > LARGEST_KEPT) {
            content = new byte[FIRST_CAPACITY];
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }
}
