package io.goldsmith.connect.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.ExtractionCounts;
import io.goldsmith.connect.ExtractionReport;
import io.goldsmith.connect.TestHub;
import io.goldsmith.connect.preview.ConnectorPreview;
import io.goldsmith.connect.preview.StreamPreview;
import io.goldsmith.connect.settings.ConnectorsSettings;
import io.goldsmith.connect.settings.FileConnectorSettings;
import io.goldsmith.connect.spi.Waiting;
import io.goldsmith.connect.suggest.ConnectorSuggestion;
import io.goldsmith.mdm.model.HubConfiguration;
import io.goldsmith.mdm.run.RunState;
import io.goldsmith.mdm.source.Delivery;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An inbox on a real SFTP server. */
class SftpInboxTest {

    private static final String HEADER = "CODE;TOWN;AT\n";

    @TempDir
    Path folder;

    private SftpPartner partner;

    @BeforeEach
    void startPartner() throws IOException {
        partner = new SftpPartner(folder.resolve("partner"));
        partner.drop("readme.txt", "not ours");
        Files.writeString(folder.resolve("known_hosts"), partner.knownHost());
    }

    @AfterEach
    void stopPartner() throws IOException {
        partner.close();
    }

    private String sections(String login) {
        return """
                connectors:
                  erp:
                    kind: file
                    source: erp
                    inbox: "%s"
                    user: goldsmith
                    %s
                    timeout: PT10S
                    streams:
                      - name: clients
                        from: clients-*.csv
                        records: {key: CODE, timestamp: AT, attributes: {party_type: {constant: person}, town: TOWN}}
                """.formatted(partner.address(), login.replace("\n", "\n    "));
    }

    private String sections() {
        return sections("password: \"${file:secrets/password}\"\nknown-hosts: known_hosts");
    }

    private TestHub hub() {
        return TestHub.open(folder, sections());
    }

    private static ExtractionReport extract(TestHub hub) {
        return hub.connectors().extract("erp").extractions().get(0);
    }

    private static String line(String key) {
        return key + ";Lyon;2024-01-01\n";
    }

    private static String many(int count) {
        StringBuilder lines = new StringBuilder(HEADER);
        for (int i = 0; i < count; i++) {
            lines.append(line("C" + i));
        }
        return lines.toString();
    }

    /** What lies in the spool. */
    private List<Path> spooled() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data/spool"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void landsFilesAndMovesThemOnTheServer() throws IOException {
        partner.drop("clients-1.csv", HEADER + line("C1") + "C2;broken\n");
        partner.drop("clients-2.csv", "CODE;AT\nC3;2024-01-01\n");
        partner.drop("clients-[4]*?.csv", HEADER + line("C4"));
        try (TestHub hub = hub()) {
            ExtractionReport report = extract(hub);

            assertThat(report.counts()).isEqualTo(new ExtractionCounts(3, 2, 0, 0, 0, 1, 1));
            assertThat(report.message()).contains("clients-2.csv", "lacks TOWN");
            assertThat(partner.file("done/clients-1.csv")).exists();
            assertThat(partner.file("done/clients-[4]*?.csv")).exists();
            assertThat(partner.file("failed/clients-2.csv")).exists();
            assertThat(partner.file("readme.txt")).exists();
            assertThat(spooled()).isEmpty();
            assertThat(hub.hub().quarantine().waiting(0, 10))
                    .extracting(entry -> entry.origin())
                    .contains("clients-1.csv:3");

            partner.drop(
                    "clients-1.csv",
                    HEADER + line("C1").replace("Lyon", "Paris").replace("01-01", "01-02"));
            assertThat(extract(hub).counts().landed()).isEqualTo(1);
            assertThat(partner.file("done/clients-1.csv")).content().contains("Paris");
        }
    }

    @Test
    void aFileThatWasLandedAndCouldNotBeMovedIsRecognisedWhenItIsFetchedAgain() throws IOException {
        partner.drop("clients-1.csv", HEADER + line("C1"));
        partner.fails(SftpPartner.Fault.REFUSES_TO_MOVE);
        try (TestHub hub = hub()) {
            assertThat(extract(hub).message()).contains("cannot move", "check that");
            assertThat(partner.file("clients-1.csv")).exists();
        }
        Files.writeString(folder.resolve("data/spool/erp/inbox/left-by-a-kill"), "x");
        partner.fails(SftpPartner.Fault.NONE);
        try (TestHub hub = hub()) {
            assertThat(extract(hub).counts()).isEqualTo(ExtractionCounts.NONE);
            assertThat(partner.file("done/clients-1.csv")).exists();
            assertThat(spooled()).isEmpty();
        }
    }

    @Test
    void aConnectionThatBreaksWhileReadingLandsNothingOfTheFileAndTheNextRunDoes() throws IOException {
        partner.drop("clients-1.csv", many(40_000));
        partner.fails(SftpPartner.Fault.BREAKS_WHILE_READING);
        try (TestHub hub = hub()) {
            ExtractionReport report = extract(hub);

            assertThat(report.state()).isEqualTo(RunState.FAILED);
            assertThat(report.message()).contains("clients-1.csv", "check that the server runs");
            assertThat(report.counts()).isEqualTo(ExtractionCounts.NONE);
            assertThat(spooled()).isEmpty();
            assertThat(partner.file("clients-1.csv")).exists();

            partner.fails(SftpPartner.Fault.NONE);
            partner.drop("clients-1.csv", many(1_000));
            assertThat(extract(hub).counts().landed()).isEqualTo(1_000);
        }
    }

    @Test
    void aSpoolThatCannotBeWrittenIsToldAsSuch() throws IOException {
        partner.drop("clients-1.csv", HEADER + line("C1"));
        Files.createDirectories(folder.resolve("data/spool/erp/inbox/.part"));
        try (TestHub hub = hub()) {
            assertThat(extract(hub).message()).contains("cannot keep clients-1.csv", "space and rights");
            assertThat(partner.file("clients-1.csv")).exists();
        }
    }

    @Test
    void aFileThatGrowsWhileItIsReadIsLeftForTheNextTime() throws IOException {
        partner.drop("clients-1.csv", HEADER + line("C1"));
        partner.fails(SftpPartner.Fault.WRITES_WHILE_READING);
        try (TestHub hub = hub()) {
            assertThat(extract(hub).counts()).isEqualTo(ExtractionCounts.NONE);
            assertThat(partner.file("clients-1.csv")).exists();

            partner.fails(SftpPartner.Fault.NONE);
            partner.drop("clients-1.csv", HEADER + line("C1") + line("C2"));
            assertThat(extract(hub).counts().landed()).isEqualTo(2);
        }
    }

    @Test
    void aFileThatIsWrittenInPlaceIsTakenWhenItStandsStill() throws IOException {
        partner.drop("clients-1.csv", HEADER + line("C1"));
        partner.fails(SftpPartner.Fault.WRITES_WHEN_LISTED);
        try (TestHub hub = TestHub.open(folder, sections().replace("timeout:", "read-lock: changed\n    timeout:"))) {
            assertThat(extract(hub).counts()).isEqualTo(ExtractionCounts.NONE);
            assertThat(partner.file("clients-1.csv")).exists();

            partner.fails(SftpPartner.Fault.NONE);
            partner.drop("clients-1.csv", HEADER + line("C1") + line("C2"));
            assertThat(extract(hub).counts().landed()).isEqualTo(2);
        }
    }

    @Test
    void aFullExtractThatLacksAFileDeletesNothing() throws IOException {
        String sections = sections().replace("timeout:", "full-extract: true\n    timeout:");
        partner.drop("clients-1.csv", many(20));
        try (TestHub hub = TestHub.open(folder, sections)) {
            assertThat(extract(hub).counts()).isEqualTo(new ExtractionCounts(20, 20, 0, 0, 0, 0, 0));
            partner.drop("clients-2.csv", many(10));
            partner.drop("clients-3.csv", "CODE;AT\nC19;2024-01-01\n");
            assertThat(extract(hub).counts()).isEqualTo(new ExtractionCounts(10, 0, 10, 0, 0, 0, 1));
            partner.drop("clients-4.csv", many(19));
            assertThat(extract(hub).counts()).isEqualTo(new ExtractionCounts(19, 0, 19, 0, 0, 0, 0, 0, 1));
        }
    }

    @Test
    void aWrongPasswordIsToldWithoutShowingIt() throws IOException {
        partner.drop("clients-1.csv", HEADER + line("C1"));
        Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(folder.resolve("secrets/wrong"), "wrong-secret");
        try (TestHub hub =
                TestHub.open(folder, sections("password: \"${file:secrets/wrong}\"\nknown-hosts: known_hosts"))) {
            assertThat(extract(hub).message())
                    .contains("refuses the user; check user, and password or private-key")
                    .doesNotContain("wrong-secret");
        }
    }

    @Test
    void anotherHostKeyThanTheKnownOneStopsTheHubBeforeItLogsIn() throws IOException {
        partner.drop("clients-1.csv", HEADER + line("C1"));
        String pin = "password: \"${file:secrets/password}\"\nhost-key: \"" + partner.fingerprint() + "\"";
        try (TestHub hub = TestHub.open(folder, sections(pin))) {
            assertThat(extract(hub).counts().landed()).isEqualTo(1);
        }
        partner.changeHostKey();
        for (String login : List.of(pin, "password: \"${file:secrets/password}\"\nknown-hosts: known_hosts")) {
            try (TestHub hub = TestHub.open(folder, sections(login))) {
                assertThat(extract(hub).message()).contains("must have the host key", "but has another");
            }
        }
        Files.writeString(folder.resolve("known_hosts"), "");
        try (TestHub hub = hub()) {
            assertThat(extract(hub).message())
                    .as("an unknown host is no known one")
                    .contains("but has another");
        }
        Files.delete(folder.resolve("known_hosts"));
        try (TestHub hub = hub()) {
            assertThat(extract(hub).message()).contains("cannot read it; check the key known-hosts");
        }
    }

    @Test
    void logsInByAPrivateKeyWithAPassphrase() throws Exception {
        partner.drop("clients-1.csv", HEADER + line("C1"));
        KeyPair key = SftpPartner.newKey();
        partner.lets(key.getPublic());
        OpenSSHKeyEncryptionContext encryption = new OpenSSHKeyEncryptionContext();
        encryption.setPassword("0123456789-secret");
        encryption.setCipherType("256");
        Files.createDirectories(folder.resolve("secrets"));
        try (OutputStream out = Files.newOutputStream(folder.resolve("secrets/id"))) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "test", encryption, out);
        }
        String login =
                "private-key: \"${file:secrets/id}\"\npassphrase: \"${file:secrets/password}\"\nknown-hosts: known_hosts";
        try (TestHub hub = TestHub.open(folder, sections(login))) {
            assertThat(extract(hub).counts().landed()).isEqualTo(1);
        }
        partner.lets(SftpPartner.newKey().getPublic());
        try (TestHub hub = TestHub.open(folder, sections(login))) {
            assertThat(extract(hub).message()).contains("refuses the user");
        }
    }

    @Test
    void aServerThatIsNotThereIsToldAndSoIsAFolderThatIsNot() throws IOException {
        try (TestHub hub = TestHub.open(folder, sections().replace("/outbox", "/elsewhere"))) {
            assertThat(extract(hub).message()).contains("cannot look into /elsewhere");
        }
        partner.close();
        try (TestHub hub = hub()) {
            assertThat(extract(hub).message()).contains("cannot reach sftp://127.0.0.1", "(ConnectException)");
        }
    }

    @Test
    void previewSuggestionAndReadingAgainLeaveNoTrace() throws IOException {
        partner.drop("done/clients-0.csv", HEADER + line("C0") + line("C1"));
        partner.drop("clients-1.csv", HEADER + line("C1").replace("Lyon", "Paris"));
        TestHub.write(folder, sections());
        HubConfiguration configuration = HubConfiguration.read(folder);

        StreamPreview preview = new ConnectorPreview(configuration, Clock.systemUTC())
                .of("erp", Optional.empty(), 10)
                .streams()
                .get(0);
        assertThat(preview.place()).isEqualTo("clients-1.csv, clients-0.csv (landed already)");
        assertThat(preview.rows()).hasSize(3);
        assertThat(new ConnectorSuggestion(configuration).of("erp")).contains("key: CODE");

        try (TestHub hub = hub()) {
            List<Delivery> read = new ArrayList<>();
            FileConnectorSettings settings = (FileConnectorSettings) configuration
                    .section(ConnectorsSettings.class)
                    .orElseThrow()
                    .connectors()
                    .get("erp");
            boolean isAll = new RemoteFileConnector("erp", settings, folder, hub.hub(), new Waiting())
                    .read("clients", (asOf, delivery) -> read.add(delivery));
            assertThat(isAll).isFalse();
            assertThat(read).hasSize(2);
        }
        assertThat(partner.file("clients-1.csv")).exists();
        assertThat(partner.file("failed")).doesNotExist();
        assertThat(spooled()).isEmpty();

        String elsewhere = sections().replace("/outbox", "/elsewhere");
        TestHub.write(folder, elsewhere);
        assertThat(new ConnectorPreview(HubConfiguration.read(folder), Clock.systemUTC())
                        .of("erp", Optional.empty(), 10)
                        .streams()
                        .get(0)
                        .failure())
                .contains("cannot look into /elsewhere");
    }
}
