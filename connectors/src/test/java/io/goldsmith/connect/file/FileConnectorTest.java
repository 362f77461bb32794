package io.goldsmith.connect.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.ExtractionCounts;
import io.goldsmith.connect.ExtractionReport;
import io.goldsmith.connect.TestHub;
import io.goldsmith.mdm.run.RunState;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileConnectorTest {

    private static final String SECTIONS = """
            connectors:
              erp:
                kind: file
                source: erp
                inbox: ../outbox
                charset: windows-1252
                streams:
                  - name: clients
                    from: clients-*.csv
                    records:
                      key: CODE_CLIENT
                      timestamp: {column: DATE_MODIF, format: "dd/MM/yyyy HH:mm:ss"}
                      attributes:
                        party_type: {constant: person}
                        family_name: NOM
                        town: VILLE
                        birth_date: {column: NE_LE, format: dd/MM/yyyy}
                  - name: orders
                    from: commandes-*.csv
                    orders: {order: NO, customer: CODE_CLIENT, date: {column: DATE, format: dd/MM/yyyy}, amount: {column: MONTANT, decimal: ","}}
            """;

    private static final String HEADER = "CODE_CLIENT;NOM;VILLE;NE_LE;DATE_MODIF\r\n";

    @TempDir
    Path folder;

    private Path outbox;

    @BeforeEach
    void makeFolders() throws IOException {
        outbox = Files.createDirectories(folder.resolve("outbox"));
    }

    private TestHub hub() {
        return TestHub.open(folder.resolve("hub"), SECTIONS);
    }

    private void drop(String name, String content) throws IOException {
        Files.write(outbox.resolve(name), content.getBytes(Charset.forName("windows-1252")));
    }

    private static ExtractionReport extract(TestHub hub) {
        return hub.connectors().extract("erp").extractions().get(0);
    }

    @Test
    void landsClientsAndOrdersAndMovesTheFilesToDone() throws IOException {
        drop("clients-001.csv", HEADER + "E1;Lefèvre;Orléans;01/02/1970;01/01/2024 10:00:00\r\n");
        drop("commandes-001.csv", "NO;CODE_CLIENT;DATE;MONTANT\r\nO1;E1;05/03/2024;12,50\r\n");
        drop("other.txt", "not ours");
        try (TestHub hub = hub()) {
            assertThat(extract(hub).counts()).isEqualTo(new ExtractionCounts(2, 2, 0, 0, 0, 0, 0));

            assertThat(outbox.resolve("done/clients-001.csv")).exists();
            assertThat(outbox.resolve("done/commandes-001.csv")).exists();
            assertThat(outbox.resolve("other.txt")).exists();
            assertThat(hub.hub().goldenRecords().search("E1", 0, 1).records())
                    .singleElement()
                    .satisfies(golden -> {
                        assertThat(golden.attributes().first("town")).contains("Orléans");
                        assertThat(hub.hub().goldenRecords().orders(golden.id()))
                                .hasValueSatisfying(
                                        orders -> assertThat(orders.amount()).isEqualByComparingTo("12.50"));
                    });
        }
    }

    @Test
    void aBadLineWaitsInQuarantineAndTheOthersLand() throws IOException {
        drop(
                "clients-001.csv",
                HEADER + "E1;Lefèvre;Orléans;;01/01/2024 10:00:00\r\nE2;broken\r\n"
                        + "E3;Martin;Paris;;yesterday\r\nE4;Petit;Lyon;;01/01/2024 10:00:00\r\n");
        try (TestHub hub = hub()) {
            ExtractionReport report = extract(hub);

            assertThat(report.state()).isEqualTo(RunState.DONE);
            assertThat(report.counts()).isEqualTo(new ExtractionCounts(4, 2, 0, 0, 0, 2, 0));
            assertThat(hub.hub().quarantine().waiting(0, 10))
                    .extracting(entry -> entry.origin())
                    .containsExactlyInAnyOrder("clients-001.csv:3", "clients-001.csv:4");
        }
    }

    @Test
    void aFileWithoutItsColumnsGoesToFailedWithTheReasonAndTheOthersGoOn() throws IOException {
        drop("clients-001.csv", "CODE;NOM\r\nE1;x\r\n");
        drop("clients-002.csv", HEADER + "E2;Petit;Lyon;;01/01/2024 10:00:00\r\n");
        try (TestHub hub = hub()) {
            ExtractionReport report = extract(hub);

            assertThat(report.state()).isEqualTo(RunState.FAILED);
            assertThat(report.message()).contains("clients-001.csv", "lacks CODE_CLIENT, DATE_MODIF, NE_LE, VILLE");
            assertThat(report.counts()).isEqualTo(new ExtractionCounts(1, 1, 0, 0, 0, 0, 1));
            assertThat(outbox.resolve("failed/clients-001.csv")).exists();
            assertThat(outbox.resolve("done/clients-002.csv")).exists();
        }
    }

    @Test
    void aFileThatWasLandedIsNotLandedAgainWhenItIsFoundAgain() throws IOException {
        String content = HEADER + "E1;Lefèvre;Orléans;;01/01/2024 10:00:00\r\n";
        drop("clients-001.csv", content);
        try (TestHub hub = hub()) {
            extract(hub);
            drop("clients-001.csv", content);

            assertThat(extract(hub).counts()).isEqualTo(ExtractionCounts.NONE);
            assertThat(outbox.resolve("clients-001.csv")).doesNotExist();

            drop("clients-001.csv", content.replace("Orléans", "Tours").replace("10:00", "11:00"));
            assertThat(extract(hub).counts().landed()).isEqualTo(1);
        }
    }

    @Test
    void aMissingInboxFailsTheRunWithWhatToCheck() throws IOException {
        Files.delete(outbox);
        try (TestHub hub = hub()) {
            assertThat(extract(hub).message()).contains("cannot reach its inbox", "check that the folder exists");
        }
    }

    @Test
    void deletesWhatTheFilesOfAFullExtractDoNotHaveAnyMore() throws IOException {
        String sections = SECTIONS.replace("kind: file\n", "kind: file\n    full-extract: true\n");
        StringBuilder all = new StringBuilder(HEADER);
        for (int i = 1; i <= 20; i++) {
            all.append("E" + i + ";Nom" + i + ";Lyon;;01/01/2024 10:00:00\r\n");
        }
        try (TestHub hub = TestHub.open(folder.resolve("hub"), sections)) {
            drop("clients-001.csv", all.toString());
            assertThat(extract(hub).counts()).isEqualTo(new ExtractionCounts(20, 20, 0, 0, 0, 0, 0));
            assertThat(extract(hub).counts()).as("no file, no extract").isEqualTo(ExtractionCounts.NONE);

            drop("clients-002.csv", all.toString().replace("E20;Nom20;Lyon;;01/01/2024 10:00:00\r\n", ""));
            assertThat(extract(hub).counts()).isEqualTo(new ExtractionCounts(19, 0, 19, 0, 0, 0, 0, 0, 1));
            assertThat(hub.hub().goldenRecords().search("E20", 0, 10).records()).isEmpty();

            drop("commandes-001.csv", "NO;CODE_CLIENT;DATE;MONTANT\r\nO1;E1;05/03/2024;12,50\r\n");
            assertThat(extract(hub).counts()).as("orders alone").isEqualTo(new ExtractionCounts(1, 1, 0, 0, 0, 0, 0));
            assertThat(hub.hub().goldenRecords().search("E19", 0, 10).records()).hasSize(1);
        }
    }

    @Test
    void deletesNothingWhenAFullExtractLacksAFile() throws IOException {
        String companies =
                SECTIONS.substring(SECTIONS.indexOf("      - name: clients"), SECTIONS.indexOf("      - name: orders"));
        String sections = SECTIONS.replace("kind: file\n", "kind: file\n    full-extract: true\n")
                + companies.replace("clients", "companies");
        try (TestHub hub = TestHub.open(folder.resolve("hub"), sections)) {
            drop("clients-001.csv", HEADER + "E1;Petit;Lyon;;01/01/2024 10:00:00\r\n");
            drop("companies-001.csv", HEADER + "E2;Grand;Lyon;;01/01/2024 10:00:00\r\n");
            assertThat(extract(hub).state()).isEqualTo(RunState.DONE);

            drop("clients-002.csv", HEADER + "E1;Petit;Paris;;02/01/2024 10:00:00\r\n");
            ExtractionReport report = extract(hub);

            assertThat(report.state()).isEqualTo(RunState.FAILED);
            assertThat(report.message()).contains("companies-*.csv");
            assertThat(hub.hub().goldenRecords().search("E2", 0, 10).records()).hasSize(1);
        }
    }
}
