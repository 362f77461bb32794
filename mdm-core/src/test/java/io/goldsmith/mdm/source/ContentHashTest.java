package io.goldsmith.mdm.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.record.AttributeValues;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class ContentHashTest {

    @Provide
    Arbitrary<Map<String, List<String>>> records() {
        Arbitrary<String> values = Arbitraries.frequencyOf(
                Tuple.of(20, Arbitraries.strings().all().ofMinLength(1).ofMaxLength(40)),
                Tuple.of(1, Arbitraries.strings().ascii().ofMinLength(60_000).ofMaxLength(90_000)));
        return Arbitraries.maps(
                Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(12),
                values.list().ofMaxSize(3));
    }

    /** Stored hashes must be met again: here is their definition, step by step. */
    @Property(tries = 300)
    void isTheBeginningOfSha256OverTextsWithTheirLengths(
            @ForAll("records") Map<String, List<String>> record, @ForAll boolean deleted) throws Exception {
        AttributeValues raw = AttributeValues.of(record);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream content = new DataOutputStream(bytes);
        content.writeInt(deleted ? 1 : 0);
        for (Map.Entry<String, List<String>> attribute : raw.asMap().entrySet()) {
            write(content, attribute.getKey());
            write(content, attribute.getValue());
        }

        assertThat(ContentHash.of(raw, deleted)).isEqualTo(beginningOfSha256(bytes));
        for (List<String> values : raw.asMap().values()) {
            ByteArrayOutputStream own = new ByteArrayOutputStream();
            write(new DataOutputStream(own), values);
            assertThat(ContentHash.of(values)).isEqualTo(beginningOfSha256(own));
        }
    }

    private static void write(DataOutputStream content, List<String> values) throws IOException {
        content.writeInt(values.size());
        for (String value : values) {
            write(content, value);
        }
    }

    private static void write(DataOutputStream content, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        content.writeInt(bytes.length);
        content.write(bytes);
    }

    private static String beginningOfSha256(ByteArrayOutputStream content) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.toByteArray());
        return HexFormat.of().formatHex(digest, 0, 16);
    }
}
