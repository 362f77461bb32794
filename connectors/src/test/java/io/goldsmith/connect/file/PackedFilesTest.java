package io.goldsmith.connect.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.ExtractionCounts;
import io.goldsmith.connect.ExtractionReport;
import io.goldsmith.connect.TestHub;
import io.goldsmith.connect.preview.ConnectorPreview;
import io.goldsmith.connect.preview.PreviewedRow;
import io.goldsmith.mdm.model.HubConfiguration;
import io.goldsmith.mdm.quality.QuarantineEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compressed files and archives, landed by a real hub. */
class PackedFilesTest {

    private static final String SECTIONS = """
            connectors:
              erp:
                kind: file
                source: erp
                inbox: in
                streams:
                  - name: clients
                    from: clients-*
                    records: {key: CODE, timestamp: AT, attributes: {party_type: {constant: person}, town: TOWN}}
                  - name: partners
                    from: "export-*.zip/partners-*.csv"
                    records: {key: CODE, timestamp: AT, attributes: {party_type: {constant: person}, town: TOWN}}
                  - name: orders
                    from: "export-*.zip/orders-*.csv"
                    orders: {order: NO, customer: CODE, date: DAY, amount: SUM}
            """;

    private static final String HEADER = "CODE;TOWN;AT\n";

    @TempDir
    Path folder;

    private Path inbox;

    @BeforeEach
    void makeInbox() throws IOException {
        inbox = Files.createDirectories(folder.resolve("in"));
    }

    private static String line(String key) {
        return key + ";Lyon;2024-01-01\n";
    }

    private void zip(String name, Map<String, String> entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(inbox.resolve(name)))) {
            for (Map.Entry<String, String> entry : new TreeMap<>(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void gzip(String name, String content) throws IOException {
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(inbox.resolve(name)))) {
            packed.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void cut(String name, int share) throws IOException {
        byte[] whole = Files.readAllBytes(inbox.resolve(name));
        Files.write(inbox.resolve(name), Arrays.copyOf(whole, whole.length * share / 100));
    }

    private static ExtractionReport extract(TestHub hub) {
        return hub.connectors().extract("erp").extractions().get(0);
    }

    @Test
    void landsWhatIsPackedAndEveryEntryOfAnArchiveByItsStream() throws IOException {
        gzip("clients-1.csv.gz", HEADER + line("C1") + "C2;broken\n");
        zip(
                "clients-2.ZIP",
                Map.of(
                        "a.csv",
                        HEADER + line("C3"),
                        "sub/b.csv",
                        HEADER + line("C4"),
                        "../../c.csv",
                        HEADER + line("C5")));
        zip(
                "export-1.zip",
                Map.of(
                        "data/partners-1.csv", HEADER + line("P1"),
                        "data/orders-1.csv", "NO;CODE;DAY;SUM\nO1;P1;2024-01-01;1.50\n",
                        "readme.txt", "not ours"));
        try (TestHub hub = TestHub.open(folder, SECTIONS)) {
            assertThat(new ConnectorPreview(HubConfiguration.read(folder), Clock.systemUTC())
                            .of("erp", Optional.empty(), 10)
                            .streams())
                    .extracting(stream -> stream.rows().stream()
                            .map(PreviewedRow::origin)
                            .toList()
                            .size())
                    .containsExactly(5, 1, 1);

            assertThat(extract(hub).counts()).isEqualTo(new ExtractionCounts(7, 6, 0, 0, 0, 1, 0));
            assertThat(hub.hub().quarantine().waiting(0, 10))
                    .extracting(QuarantineEntry::origin)
                    .containsExactly("clients-1.csv.gz:3");
            assertThat(folder.resolve("c.csv")).doesNotExist();
            assertThat(inbox.resolve("done/export-1.zip")).exists();
        }
    }

    @Test
    void whatIsNotPackedOrCutOffGoesToFailedAndWhatWasReadStays() throws IOException {
        StringBuilder many = new StringBuilder(HEADER);
        for (int i = 0; i < 5_000; i++) {
            many.append("C")
                    .append(i)
                    .append(";Town")
                    .append(Integer.toHexString(i * 7919))
                    .append(";2024-01-01\n");
        }
        gzip("clients-1.csv.gz", many.toString());
        cut("clients-1.csv.gz", 60);
        Files.writeString(inbox.resolve("clients-2.csv.gz"), HEADER + line("X"));
        zip("clients-3.zip", Map.of("a.csv", HEADER + line("X")));
        cut("clients-3.zip", 80);
        zip("clients-4.zip", Map.of("a.csv", HEADER + line("Z1"), "b.csv", "CODE;AT\nZ2;2024-01-01\n"));
        zip("export-1.zip", Map.of("readme.txt", "nothing of ours"));
        try (TestHub hub = TestHub.open(folder, SECTIONS)) {
            ExtractionReport report = extract(hub);

            assertThat(report.counts().failedFiles()).isEqualTo(5);
            assertThat(report.counts().landed()).isBetween(1_000L, 4_900L);
            assertThat(hub.hub().goldenRecords().search("Z1", 0, 1).records()).hasSize(1);
            assertThat(inbox.resolve("failed").toFile().list()).hasSize(5);
            assertThat(hub.hub().quarantine().waiting(0, 10).toString())
                    .contains("must be a whole .gz")
                    .contains("must be a whole .zip")
                    .contains("b.csv: the first line must name the columns, but lacks TOWN")
                    .contains("an archive must hold a file that a stream names");
        }
    }

    @Test
    void noMoreIsUnpackedThanAFileCanHold() throws IOException {
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(inbox.resolve("clients-1.csv.gz")))) {
            packed.write((HEADER + line("C1")).getBytes(StandardCharsets.UTF_8));
            byte[] nothing = new byte[1 << 20];
            Arrays.fill(nothing, (byte) '\n');
            for (int i = 0; i < 65; i++) {
                packed.write(nothing);
            }
        }
        try (TestHub hub = TestHub.open(folder, SECTIONS)) {
            ExtractionReport report = extract(hub);

            assertThat(report.message()).contains("at most 200 times as large as the file, or 64 MiB");
            assertThat(report.counts().landed()).isEqualTo(1);
        }
    }
}
