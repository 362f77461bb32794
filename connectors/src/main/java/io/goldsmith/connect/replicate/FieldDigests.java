package io.goldsmith.connect.replicate;

import io.goldsmith.matching.record.RecordId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the values of a target's record were, without the values: a digest for each attribute. It is salted with the record, so that two
 * records with the same value do not show it, and erased with the record.
 *
 * @param byAttribute attribute to the first half of a SHA-256 in hex
 */
public record FieldDigests(SortedMap<String, String> byAttribute) {

    /** Of nothing. */
    static final FieldDigests NONE = new FieldDigests(new TreeMap<>());

    private static final int BYTES = 16;

    public FieldDigests {
        byAttribute = Collections.unmodifiableSortedMap(new TreeMap<>(byAttribute));
    }

    /** The digest of an attribute's values in a record. */
    static String digest(RecordId record, String attribute, List<String> values) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String text = record.source()
                    + '\u0000'
                    + record.key()
                    + '\u0000'
                    + attribute
                    + '\u0000'
                    + String.join("\u0001", values);
            byte[] whole = digest.digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(whole, BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** Whether an attribute's digest is this one. */
    boolean has(String attribute, String digest) {
        return digest.equals(byAttribute.get(attribute));
    }

    /** These, replaced and added to by newer ones. */
    FieldDigests with(FieldDigests newer) {
        SortedMap<String, String> both = new TreeMap<>(byAttribute);
        both.putAll(newer.byAttribute);
        return new FieldDigests(both);
    }

    /** As the ledger keeps them: {@code attribute=digest;attribute=digest}. */
    String text() {
        StringBuilder text = new StringBuilder();
        byAttribute.forEach((attribute, digest) -> text.append(text.length() == 0 ? "" : ";")
                .append(attribute)
                .append('=')
                .append(digest));
        return text.toString();
    }

    /** Reads what {@link #text} wrote. */
    static FieldDigests parse(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        SortedMap<String, String> digests = new TreeMap<>();
        for (String field : text.split(";")) {
            int equals = field.indexOf('=');
            digests.put(field.substring(0, equals), field.substring(equals + 1));
        }
        return new FieldDigests(digests);
    }

    static FieldDigests of(Map<String, String> digests) {
        return new FieldDigests(new TreeMap<>(digests));
    }
}
