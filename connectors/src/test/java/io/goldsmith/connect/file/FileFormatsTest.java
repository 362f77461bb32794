package io.goldsmith.connect.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.ExtractionCounts;
import io.goldsmith.connect.ExtractionReport;
import io.goldsmith.connect.TestHub;
import io.goldsmith.connect.preview.ConnectorPreview;
import io.goldsmith.connect.preview.PreviewedRow;
import io.goldsmith.connect.preview.StreamPreview;
import io.goldsmith.mdm.model.HubConfiguration;
import io.goldsmith.mdm.quality.QuarantineEntry;
import io.goldsmith.mdm.run.RunState;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of every format, landed by a real hub. */
class FileFormatsTest {

    private static final String JSON_LINES = stream("customers-*.jsonl", "format: json-lines", "/id", "/at", """
            family_name: /name
                    town: /address/city
                    phone: /phones/*""");

    private static final String JSON =
            stream("customers-*.json", "format: json, items: /export/customers", "/id", "/at", """
            family_name: /name
                    town: /address/city""");

    private static final String XML =
            stream("partners-*.xml", "format: xml, item: /export/partners/partner", "\"@id\"", "changed", """
            family_name: name
                    town: address/city
                    phone: phone""");

    private static final String FIXED = stream(
            "clients-*.txt",
            "format: fixed-width, fields: {CODE: 1-4, KIND: 1, NAME: 5-14, TOWN: 15-20, AT: 21-30}",
            "CODE",
            "AT",
            """
            family_name: NAME
                    town: TOWN""");

    @TempDir
    Path folder;

    private Path inbox;

    private static String stream(String from, String format, String key, String timestamp, String attributes) {
        return """
                connectors:
                  erp:
                    kind: file
                    source: erp
                    inbox: in
                    streams:
                      - name: customers
                        from: "%s"
                        %s
                        records:
                          key: %s
                          timestamp: %s
                          attributes:
                            party_type: {constant: person}
                            %s
                """.formatted(
                        from,
                        format.replaceAll(", (items|item|fields)", "\n        $1"),
                        key,
                        timestamp,
                        attributes.replace("\n        ", "\n            "));
    }

    @BeforeEach
    void makeInbox() throws IOException {
        inbox = Files.createDirectories(folder.resolve("in"));
    }

    private void drop(String name, String content) throws IOException {
        Files.writeString(inbox.resolve(name), content);
    }

    private static ExtractionReport extract(TestHub hub) {
        return hub.connectors().extract("erp").extractions().get(0);
    }

    private static List<String> values(TestHub hub, String key, String attribute) {
        return hub.hub()
                .goldenRecords()
                .search(key, 0, 1)
                .records()
                .get(0)
                .attributes()
                .all(attribute);
    }

    private static List<QuarantineEntry> quarantine(TestHub hub) {
        return hub.hub().quarantine().waiting(0, 10);
    }

    private List<StreamPreview> preview() {
        return new ConnectorPreview(HubConfiguration.read(folder), Clock.systemUTC())
                .of("erp", Optional.empty(), 10)
                .streams();
    }

    @Test
    void landsTheObjectsOfJsonLinesAndQuarantinesTheBrokenOnes() throws IOException {
        drop("customers-1.jsonl", """
                {"id": "C1", "at": "2024-01-01", "name": "Dupont", "address": {"city": "Lyon"}, "phones": ["0145454545", "0645454545"]}
                {"id": "C2", "at": "2024-01-01", "name": "Mar

                ["not", "an object"]
                {"id": "C3", "at": "2024-01-01"} {"id": "C4"}
                {"id": "C5", "at": "2024-01-01", "name": "Petit"}
                """);
        try (TestHub hub = TestHub.open(folder, JSON_LINES)) {
            assertThat(preview().get(0).rows())
                    .extracting(PreviewedRow::outcome)
                    .containsExactly(
                            PreviewedRow.Outcome.LANDS,
                            PreviewedRow.Outcome.UNREADABLE,
                            PreviewedRow.Outcome.UNREADABLE,
                            PreviewedRow.Outcome.UNREADABLE,
                            PreviewedRow.Outcome.LANDS);
            assertThat(extract(hub).counts()).isEqualTo(new ExtractionCounts(5, 2, 0, 0, 0, 3, 0));

            assertThat(values(hub, "C1", "town")).containsExactly("Lyon");
            assertThat(values(hub, "C1", "phone")).hasSize(2);
            assertThat(quarantine(hub))
                    .extracting(QuarantineEntry::origin)
                    .containsExactlyInAnyOrder("customers-1.jsonl:2", "customers-1.jsonl:4", "customers-1.jsonl:5");
            assertThat(quarantine(hub).toString()).contains("breaks at column").doesNotContain("Mar\n");
        }
    }

    @Test
    void landsTheItemsOfAJsonArrayWhereverItLies() throws IOException {
        drop("customers-1.json", """
                {"made": {"by": ["x"]}, "export": {"count": 3, "customers": [
                  {"id": "C1", "at": "2024-01-01", "name": "Dupont", "address": {"city": "Lyon"}},
                  7,
                  {"id": 1234567890123456789.50, "at": "2024-01-01", "name": "Petit"}
                ], "more": [1, {"a": 2}]}}
                """);
        try (TestHub hub = TestHub.open(folder, JSON)) {
            assertThat(preview().get(0).rows())
                    .extracting(PreviewedRow::key)
                    .as("numbers as they are written")
                    .containsExactly("C1", "", "1234567890123456789.50");
            assertThat(extract(hub).counts()).isEqualTo(new ExtractionCounts(3, 2, 0, 0, 0, 1, 0));

            assertThat(quarantine(hub)).singleElement().satisfies(entry -> {
                assertThat(entry.origin()).isEqualTo("customers-1.json item 2 (line 3)");
                assertThat(entry.toString()).contains("must be a JSON object, but is a number");
            });
        }
    }

    @Test
    void anArrayThatIsTheWholeFileAndOneItemThatIsTooLarge() throws IOException {
        drop(
                "customers-1.json",
                "[{\"id\": \"C1\", \"at\": \"2024-01-01\", \"name\": \"" + "x".repeat(ItemReader.LARGEST_ITEM)
                        + "\"}, {\"id\": \"C2\", \"at\": \"2024-01-01\"}]");
        try (TestHub hub = TestHub.open(
                folder,
                JSON.replace("items: /export/customers", "full-extract: false")
                        .replace("        full-extract: false\n", ""))) {
            assertThat(extract(hub).counts()).isEqualTo(new ExtractionCounts(2, 1, 0, 0, 0, 1, 0));
            assertThat(quarantine(hub).get(0).toString()).contains("at most 1000000 characters");
        }
    }

    @Test
    void whatStoodBeforeACutStaysLandedAndTheFileGoesToFailed() throws IOException {
        drop("customers-1.json", """
                {"export": {"customers": [
                  {"id": "C1", "at": "2024-01-01", "name": "Dupont"},
                  {"id": "C2", "at": "2024-01-01", "na""");
        drop("customers-2.json", "{\"export\": {\"customers\": [{\"id\": \"C3\", \"at\": \"2024-01-01\"}]}");
        drop("customers-3.json", "{\"export\": {\"clients\": []}}");
        drop("customers-4.json", "{\"export\": {\"customers\": {}}}");
        drop("customers-5.json", "");
        drop("customers-6.json", "{\"export\": {\"customers\": []}} trailing");
        try (TestHub hub = TestHub.open(folder, JSON)) {
            ExtractionReport report = extract(hub);

            assertThat(report.state()).isEqualTo(RunState.FAILED);
            assertThat(report.counts()).isEqualTo(new ExtractionCounts(2, 2, 0, 0, 0, 0, 6));
            assertThat(inbox.resolve("failed").toFile().list()).hasSize(6);
            assertThat(quarantine(hub).toString())
                    .contains("breaks at line 3")
                    .contains("nothing there; check the key items")
                    .contains("something else there")
                    .contains("is empty")
                    .doesNotContain("trailing");
        }
    }

    @Test
    void landsTheElementsOfXmlThatRepeat() throws IOException {
        drop("partners-1.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <e:export xmlns:e="urn:x"><!-- made today -->
                  <partners>
                    <partner id="C1"><name>Dupont &amp; Fils</name>
                      <address kind="home"><street>1 rue A</street><city><![CDATA[Lyon]]></city></address>
                      <phone>0145454545</phone><phone>0645454545</phone><phone/><changed>2024-01-01</changed>
                    </partner>
                    <partner><name>Nobody</name><changed>2024-01-01</changed></partner>
                    <e:partner id="C3"><name>Petit</name><changed>2024-01-01</changed></e:partner>
                  </partners>
                  <partner id="C4"><name>Elsewhere</name><changed>2024-01-01</changed></partner>
                </e:export>
                """);
        try (TestHub hub = TestHub.open(folder, XML)) {
            assertThat(preview().get(0).rows()).hasSize(3);
            assertThat(extract(hub).counts()).isEqualTo(new ExtractionCounts(3, 2, 0, 0, 0, 1, 0));

            assertThat(values(hub, "C1", "town")).containsExactly("Lyon");
            assertThat(values(hub, "C1", "family_name"))
                    .singleElement()
                    .asString()
                    .contains("&");
            assertThat(values(hub, "C1", "phone")).hasSize(2);
            assertThat(quarantine(hub))
                    .extracting(QuarantineEntry::origin)
                    .containsExactly("partners-1.xml item 2 (line 8)");
        }
    }

    @Test
    void xmlThatIsCutHasADefinitionOrIsOfAnotherKindFailsAsAWhole() throws IOException {
        String partner = "<partner id=\"C1\"><name>Dupont</name><changed>2024-01-01</changed></partner>";
        Files.writeString(folder.resolve("secret.txt"), "file-content");
        drop("partners-1.xml", "<export><partners>" + partner + "<partner id=\"C2\"><na");
        drop(
                "partners-2.xml",
                "<!DOCTYPE export [<!ENTITY e SYSTEM \""
                        + folder.resolve("secret.txt").toUri()
                        + "\">]><export><partners><partner id=\"X\"><name>&e;</name><changed>2024-01-01</changed></partner></partners></export>");
        drop("partners-3.xml", "<export><clients/></export>");
        drop("partners-4.xml", "<export><partners/></export>");
        drop("partners-5.xml", "<export>" + "<a>".repeat(XmlReader.DEEPEST + 1));
        drop("partners-6.xml", "<export a=\"" + "x".repeat(5 << 20) + "\"/>");
        try (TestHub hub = TestHub.open(folder, XML)) {
            ExtractionReport report = extract(hub);

            assertThat(report.counts()).isEqualTo(new ExtractionCounts(1, 1, 0, 0, 0, 0, 5));
            assertThat(inbox.resolve("done/partners-4.xml")).exists();
            assertThat(quarantine(hub).toString())
                    .contains("breaks at line 1")
                    .contains("no document type definition")
                    .contains("nothing where they would be")
                    .contains("at most 100 deep")
                    .contains("at most 4194304 bytes")
                    .doesNotContain("file-content");
        }
    }

    @Test
    void landsFieldsByTheirPositionsAndTellsShortLines() throws IOException {
        drop("clients-1.txt", """
                C001Lefèvre   Lyon  2024-01-01 more
                C002Petit     Paris

                C003😀Roux     Nantes2024-01-01
                """);
        try (TestHub hub = TestHub.open(folder, FIXED)) {
            assertThat(preview().get(0).rows()).hasSize(3);
            assertThat(extract(hub).counts()).isEqualTo(new ExtractionCounts(3, 2, 0, 0, 0, 1, 0));

            assertThat(values(hub, "C001", "town")).containsExactly("Lyon");
            assertThat(values(hub, "C003", "town")).containsExactly("Nantes");
            assertThat(quarantine(hub)).singleElement().satisfies(entry -> {
                assertThat(entry.origin()).isEqualTo("clients-1.txt:2");
                assertThat(entry.toString()).contains("at least 30 characters, but has 19");
            });
        }
    }

    @Test
    void aByteOrderMarkTellsTheEncodingOtherwiseTheCharsetDoes() throws IOException {
        String line = "C001Lefèvre   Orléan2024-01-01\n";
        Files.write(inbox.resolve("clients-1.txt"), line.getBytes(Charset.forName("windows-1252")));
        Files.write(
                inbox.resolve("clients-2.txt"),
                ("\uFEFF" + line.replace("001", "002")).getBytes(StandardCharsets.UTF_8));
        Files.write(
                inbox.resolve("clients-3.txt"),
                ("\uFEFF" + line.replace("001", "003")).getBytes(StandardCharsets.UTF_16LE));
        Files.write(
                inbox.resolve("clients-4.txt"),
                ("\uFEFF" + line.replace("001", "004")).getBytes(StandardCharsets.UTF_16BE));
        Files.write(inbox.resolve("clients-5.txt"), new byte[0]);
        try (TestHub hub = TestHub.open(folder, FIXED.replace("inbox: in", "inbox: in\n    charset: windows-1252"))) {
            assertThat(extract(hub).counts()).isEqualTo(new ExtractionCounts(4, 4, 0, 0, 0, 0, 0));
            for (int i = 1; i <= 4; i++) {
                assertThat(values(hub, "C00" + i, "town")).containsExactly("Orléan");
            }
        }
    }
}
