package io.goldsmith.matching.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.goldsmith.matching.MatchingException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvBatchesTest {

    @TempDir
    private Path folder;

    private Path scratch;

    @BeforeProperty
    void openScratch() throws IOException {
        scratch = Files.createTempFile("records", ".csv");
    }

    @AfterProperty
    void deleteScratch() throws IOException {
        Files.delete(scratch);
    }

    /**
     * Texts of the characters that decide, so that most are CSV of some kind. Never a lone carriage return beside quotes: fastcsv 4.1.0
     * loses a quoted field that holds one when a line feed follows the closing quote.
     */
    @Provide
    Arbitrary<String> csv() {
        Arbitrary<String> quoted =
                Arbitraries.of("a", "é", "\"", "\"\"", ",\"", "\",", "\"\n", "\n\"", ",", ";", "\n", "\r\n", " ", "😀");
        Arbitrary<String> plain = Arbitraries.of("a", "é", ",", ";", "\n", "\r", "\r\n", " ");
        return Arbitraries.oneOf(joined(quoted), joined(plain));
    }

    private static Arbitrary<String> joined(Arbitrary<String> parts) {
        return parts.list().ofMaxSize(40).map(chosen -> String.join("", chosen));
    }

    @Property(tries = 1500)
    void readsWhatFastcsvReads(@ForAll("csv") String body, @ForAll("marks") String mark) throws IOException {
        Files.writeString(scratch, mark + "x,y,z\n" + body);
        List<CsvLine> expected = fastcsv("x,y,z\n" + body);
        if (expected.isEmpty()) {
            assertThatThrownBy(() -> read(scratch)).isInstanceOf(MatchingException.class);
            return;
        }
        Optional<List<CsvLine>> found = readOrRefuse(scratch);
        // A quote that is never closed swallows the rest of the file: fastcsv takes it, we refuse it.
        if (found.isPresent()) {
            assertThat(found.get()).isEqualTo(expected.subList(1, expected.size()));
        } else {
            String message = messageOf(scratch);
            assertThat(message).contains("never closed");
            assertThat(body).contains("\"");
        }
    }

    @Provide
    Arbitrary<String> marks() {
        return Arbitraries.of("", "\ufeff");
    }

    private static Optional<List<CsvLine>> readOrRefuse(Path path) {
        try {
            return Optional.of(read(path));
        } catch (MatchingException refused) {
            return Optional.empty();
        }
    }

    private static String messageOf(Path path) {
        try {
            read(path);
            return "";
        } catch (MatchingException refused) {
            return refused.getMessage();
        }
    }

    private static List<CsvLine> read(Path path) {
        List<CsvLine> lines = new ArrayList<>();
        try (CsvFile file = CsvFile.open(path)) {
            file.forEachRemaining(lines::add);
        }
        return lines;
    }

    /** The records as fastcsv reads them, header first; empty if it refuses the text. */
    private static List<CsvLine> fastcsv(String text) throws IOException {
        List<CsvLine> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            for (CsvRecord record : reader) {
                lines.add(new CsvLine(record.getStartingLineNumber(), record.getFields(), record.getFieldCount() == 3));
            }
        } catch (CsvParseException refused) {
            return List.of();
        }
        return lines;
    }

    @Test
    void keepsACarriageReturnWithinQuotes() throws IOException {
        Path path = Files.writeString(folder.resolve("mac.csv"), "id,value\r1,\"a\rb\"\n2,\"c\r\"\r\n3,d\r");
        assertThat(read(path))
                .containsExactly(
                        new CsvLine(2, List.of("1", "a\rb"), true),
                        new CsvLine(4, List.of("2", "c\r"), true),
                        new CsvLine(6, List.of("3", "d"), true));
    }

    @Test
    void cutsALargeFileBetweenRecordsOnly() throws IOException {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder("id,value\r\n");
        for (int record = 0; record < 60_000; record++) {
            text.append(record).append(",\"line one\r\n\"\"two\"\", é ").append("x".repeat(random.nextInt(80)));
            text.append("\"").append(random.nextBoolean() ? "\r\n" : "\n");
        }
        Path path = Files.writeString(folder.resolve("large.csv"), text);
        long expectedLine = 2;
        int batchCount = 0;
        int count = 0;
        try (CsvBatches batches = CsvBatches.open(path)) {
            CsvBatch batch = new CsvBatch();
            while (batches.next(batch)) {
                batch.parse();
                batchCount++;
                for (int record = 0; record < batch.records(); record++) {
                    assertThat(batch.fields(record)).isEqualTo(2);
                    assertThat(batch.text(record, 0)).isEqualTo(Integer.toString(count));
                    assertThat(batch.line(record)).isEqualTo(expectedLine);
                    expectedLine += 2;
                    count++;
                }
            }
            assertThat(batches.taken()).isEqualTo(batches.size());
        }
        assertThat(count).isEqualTo(60_000);
        assertThat(batchCount).isGreaterThan(3);
    }

    @Test
    void readsAFieldOfTenMegabytesAndRefusesARecordWithoutEnd() throws IOException {
        Path wide = folder.resolve("wide.csv");
        Files.writeString(wide, "id,value\n1,\"" + "x".repeat(10_000_000) + "\"\n2,b\n");
        assertThat(read(wide)).extracting(line -> line.fields().get(1).length()).containsExactly(10_000_000, 1);
        Path endless = folder.resolve("endless.csv");
        Files.writeString(endless, "id,value\n1,a\n2,\"" + "x\n".repeat(CsvBatches.LONGEST_RECORD / 2));
        assertThatThrownBy(() -> read(endless))
                .isInstanceOf(MatchingException.class)
                .hasMessageContaining("endless.csv:3")
                .hasMessageContaining("16777216 bytes");
    }

    @Test
    void namesTheLineOfALoneQuoteAndOfTextBehindAQuote() throws IOException {
        Path lone = Files.writeString(folder.resolve("lone.csv"), "id,value\n1,a\n2,\"b\n3,c\n");
        assertThatThrownBy(() -> read(lone))
                .isInstanceOf(MatchingException.class)
                .hasMessageContaining("lone.csv:3")
                .hasMessageContaining("never closed");
        Path behind = Files.writeString(folder.resolve("behind.csv"), "id,value\n1,\"a\nb\"c\n");
        assertThatThrownBy(() -> read(behind))
                .isInstanceOf(MatchingException.class)
                .hasMessageContaining("behind.csv:3")
                .hasMessageContaining("field 2");
    }

    @Test
    void takesANulForASpaceButNotInTheHeader() throws IOException {
        Path filled = Files.writeString(folder.resolve("filled.csv"), "id,value\n1,\0\0\n2,a\0b\n");
        assertThat(read(filled)).extracting(line -> line.fields().get(1)).containsExactly("  ", "a b");
        Path wide = Files.write(folder.resolve("wide.csv"), "id,value\n1,a\n".getBytes(StandardCharsets.UTF_16LE));
        assertThatThrownBy(() -> read(wide))
                .isInstanceOf(MatchingException.class)
                .hasMessageContaining("UTF-16");
    }

    @Property(tries = 1000)
    void findsMalformedUtf8WhereTheDecoderDoes(@ForAll("utf8") byte[] bytes) {
        int malformed = Utf8Text.firstMalformed(bytes, bytes.length);
        assertThat(malformed < 0).isEqualTo(isUtf8(bytes));
        if (malformed >= 0) {
            assertThat(isUtf8(Arrays.copyOf(bytes, malformed))).isTrue();
        }
    }

    @Provide
    Arbitrary<byte[]> utf8() {
        return Arbitraries.of(
                        0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xed, 0xef,
                        0xf0, 0xf3, 0xf4, 0xf5, 0xff)
                .list()
                .ofMaxSize(8)
                .map(values -> {
                    byte[] bytes = new byte[values.size()];
                    for (int position = 0; position < bytes.length; position++) {
                        bytes[position] = values.get(position).byteValue();
                    }
                    return bytes;
                });
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
