package io.goldsmith.connect.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.connect.mapping.StreamMapping;
import io.goldsmith.connect.settings.AttributeMappingSettings;
import io.goldsmith.connect.settings.FileFormat;
import io.goldsmith.connect.settings.RecordsSettings;
import io.goldsmith.connect.settings.StreamSettings;
import io.goldsmith.connect.settings.TimestampSettings;
import io.goldsmith.mdm.source.Delivery;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DelimitedReaderTest {

    private static final StreamMapping MAPPING = StreamMapping.of(
            "erp",
            new StreamSettings(
                    "clients",
                    "*.csv",
                    Optional.of(new RecordsSettings(
                            "CODE",
                            TimestampSettings.column("AT"),
                            Optional.empty(),
                            Map.of("town", AttributeMappingSettings.column("TOWN")))),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    FileFormat.CSV,
                    Optional.empty(),
                    Optional.empty(),
                    Map.of()),
            Path.of("."));

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    private List<Delivery> read(byte[] content, Charset charset) throws IOException {
        Path file = Files.write(folder.resolve("clients-1.csv"), content);
        List<Delivery> deliveries = new ArrayList<>();
        PackedFile.read(
                file,
                charset,
                (entry, text) -> new DelimitedReader(';')
                        .read(text, MAPPING.columns(), item -> deliveries.add(item.delivery(MAPPING)))
                        .isEmpty());
        return deliveries;
    }

    private List<Delivery> read(String content) throws IOException {
        return read(content.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String key(Delivery delivery) {
        return ((Delivery.RecordVersion) delivery).sourceKey();
    }

    private static void assertUnreadable(Delivery delivery, String origin, String reason) {
        assertThat(delivery).isInstanceOfSatisfying(Delivery.Unreadable.class, unreadable -> {
            assertThat(unreadable.origin()).isEqualTo(origin);
            assertThat(unreadable.reason()).contains(reason);
        });
    }

    @Test
    void readsLinesWhateverTheirEndsAndTheOrderOfColumns() throws IOException {
        List<Delivery> read =
                read("\uFEFFOTHER;TOWN;CODE;AT\r\n;Paris;C1;2024-01-01\r;Lyon;C2;2024-01-01T10:00:00Z\n\n");

        assertThat(read).extracting(DelimitedReaderTest::key).containsExactly("C1", "C2");
    }

    @Test
    void readsTheCharsetOfTheSource() throws IOException {
        List<Delivery> read = read("CODE;AT;TOWN\nC1;2024-01-01;Orléans — Cœur\n".getBytes(WINDOWS), WINDOWS);

        assertThat(((Delivery.RecordVersion) read.get(0)).raw().all("town")).containsExactly("Orléans — Cœur");
    }

    @Test
    void aLineOfAnotherCharsetIsUnreadableByNumberAndTheRestGoesOn() throws IOException {
        byte[] mixed = "CODE;AT;TOWN\nC1;2024-01-01;Orl\u00e9ans\nC2;2024-01-01;Paris\n".getBytes(WINDOWS);

        List<Delivery> read = read(mixed, StandardCharsets.UTF_8);

        assertUnreadable(read.get(0), "clients-1.csv:2", "the text must be UTF-8");
        assertThat(key(read.get(1))).isEqualTo("C2");
    }

    @Test
    void aLineOfAnotherWidthIsUnreadableAndTheRestGoesOn() throws IOException {
        List<Delivery> read = read("CODE;AT;TOWN\nC1;2024-01-01\nC2;2024-01-01;Paris;x\nC3;2024-01-01;Paris\n");

        assertUnreadable(read.get(0), "clients-1.csv:2", "must have 3 columns, but has 2");
        assertUnreadable(read.get(1), "clients-1.csv:3", "must have 3 columns, but has 4");
        assertThat(key(read.get(2))).isEqualTo("C3");
    }

    @Test
    void aFieldMaySpanLines() throws IOException {
        List<Delivery> read = read("CODE;AT;TOWN\nC1;2024-01-01;\"Saint\nDenis; \"\"93\"\"\"\nC2;2024-01-01;Paris\n");

        assertThat(((Delivery.RecordVersion) read.get(0)).raw().all("town")).containsExactly("Saint\nDenis; \"93\"");
        assertThat(key(read.get(1))).isEqualTo("C2");
    }

    @Test
    void aQuoteThatIsNeverClosedCostsItsLineOnly() throws IOException {
        List<Delivery> read = read("CODE;AT;TOWN\nC1;2024-01-01;\"Paris\nC2;2024-01-01;Lyon\nC3;2024-01-01;Metz");

        assertUnreadable(read.get(0), "clients-1.csv:2", "a quote is opened and not closed");
        assertThat(read.subList(1, 3)).extracting(DelimitedReaderTest::key).containsExactly("C2", "C3");
    }

    @Test
    void aLineWithoutEndIsCutAndUnreadable() throws IOException {
        List<Delivery> read = read("CODE;AT;TOWN\n" + "x".repeat(Lines.LONGEST + 5) + "\nC2;2024-01-01;Lyon\n");

        assertUnreadable(read.get(0), "clients-1.csv:2", "at most 100000 characters");
        assertThat(((Delivery.Unreadable) read.get(0)).payload()).hasSize(10_000);
        assertThat(key(read.get(1))).isEqualTo("C2");
    }

    @Test
    void aFileWithoutAMappedColumnIsRefusedAsAWholeWithoutQuotingItsFirstLine() {
        assertThatThrownBy(() -> read("CODE;Dupont;AT\nC1;2024-01-01;Paris\n"))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("lacks TOWN")
                .hasMessageContaining("3 columns")
                .hasMessageNotContaining("Dupont");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> read("")).isInstanceOf(FileException.class).hasMessageContaining("is empty");
    }
}
