package io.goldsmith.connect.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.ExtractionCounts;
import io.goldsmith.connect.ExtractionReport;
import io.goldsmith.connect.TestHub;
import io.goldsmith.connect.preview.ConnectorPreview;
import io.goldsmith.mdm.model.HubConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An inbox on a real FTP server, with TLS and without. */
class FtpInboxTest {

    private static final String HEADER = "CODE;TOWN;AT\n";

    @TempDir
    Path folder;

    private static String sections(String address, String more) {
        return """
                connectors:
                  erp:
                    kind: file
                    source: erp
                    inbox: "%s"
                    user: goldsmith
                    password: "${file:secrets/password}"
                    timeout: PT10S
                    %s
                    streams:
                      - name: clients
                        from: clients-*.csv
                        records: {key: CODE, timestamp: AT, attributes: {party_type: {constant: person}, town: TOWN}}
                """.formatted(address, more);
    }

    private static ExtractionReport extract(TestHub hub) {
        return hub.connectors().extract("erp").extractions().get(0);
    }

    private static String line(String key) {
        return key + ";Lyon;2024-01-01\n";
    }

    /** A key for localhost, and its certificate beside it. */
    private Path keys(String name, String alternative) throws Exception {
        Path keys = folder.resolve(name + ".p12");
        keytool(
                "-genkeypair",
                "-alias",
                "partner",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=partner",
                "-ext",
                alternative,
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                FtpPartner.PASSWORD);
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "partner",
                "-keystore",
                keys.toString(),
                "-storepass",
                FtpPartner.PASSWORD,
                "-file",
                folder.resolve(name + ".pem").toString());
        return keys;
    }

    private static void keytool(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }

    @Test
    void landsFilesAndMovesThemOnTheServer() throws Exception {
        try (FtpPartner partner = new FtpPartner(folder.resolve("partner"), null)) {
            partner.drop("clients-1.csv", HEADER + line("C1") + "C2;broken\n");
            partner.drop("clients-2.csv", "CODE;AT\nC3;2024-01-01\n");
            partner.drop("other.txt", "not ours");
            String sections = sections(partner.address("127.0.0.1"), "");
            TestHub.write(folder, sections);
            assertThat(new ConnectorPreview(HubConfiguration.read(folder), Clock.systemUTC())
                            .of("erp", Optional.empty(), 1)
                            .streams()
                            .get(0)
                            .rows())
                    .hasSize(1);
            try (TestHub hub = TestHub.open(folder, sections)) {
                assertThat(extract(hub).counts()).isEqualTo(new ExtractionCounts(2, 1, 0, 0, 0, 1, 1));
                assertThat(partner.file("done/clients-1.csv")).exists();
                assertThat(partner.file("failed/clients-2.csv")).exists();
                assertThat(partner.file("other.txt")).exists();

                partner.drop("clients-1.csv", HEADER + line("C1") + "C2;broken\n");
                assertThat(extract(hub).counts()).as("landed before").isEqualTo(ExtractionCounts.NONE);
                assertThat(partner.file("clients-1.csv")).doesNotExist();

                partner.breaks(true);
                partner.drop("clients-3.csv", HEADER + line("C3"));
                assertThat(extract(hub).message()).contains("clients-3.csv", "check that the server runs");
                partner.breaks(false);
                assertThat(extract(hub).counts().landed()).isEqualTo(1);
            }
        }
    }

    @Test
    void aWrongPasswordAFolderAndAServerThatAreNotThereAreTold() throws Exception {
        String gone;
        try (FtpPartner partner = new FtpPartner(folder.resolve("partner"), null)) {
            gone = partner.address("127.0.0.1");
            try (TestHub hub = TestHub.open(folder, sections(gone, ""))) {
                assertThat(extract(hub).message()).contains("cannot look into /outbox");
            }
            String wrong = sections(gone, "").replace("secrets/password", "secrets/wrong");
            Files.writeString(folder.resolve("secrets/wrong"), "wrong-secret");
            try (TestHub hub = TestHub.open(folder, wrong)) {
                assertThat(extract(hub).message()).contains("refuses the user").doesNotContain("wrong-secret");
            }
        }
        try (TestHub hub = TestHub.open(folder, sections(gone, ""))) {
            assertThat(extract(hub).message()).contains("cannot reach ftp://127.0.0.1");
        }
    }

    @Test
    void speaksTlsOnlyWithATrustedCertificateOfTheHost() throws Exception {
        Path keys = keys("partner", "san=dns:localhost");
        keys("other", "san=dns:localhost");
        try (FtpPartner partner = new FtpPartner(folder.resolve("partner"), keys)) {
            partner.drop("clients-1.csv", HEADER + line("C1"));
            String untrusted = "must speak TLS with a trusted certificate of its host";
            try (TestHub hub = TestHub.open(folder, sections(partner.address("localhost"), ""))) {
                assertThat(extract(hub).message()).contains(untrusted);
            }
            try (TestHub hub =
                    TestHub.open(folder, sections(partner.address("localhost"), "certificates: other.pem"))) {
                assertThat(extract(hub).message()).contains(untrusted);
            }
            try (TestHub hub =
                    TestHub.open(folder, sections(partner.address("127.0.0.1"), "certificates: partner.pem"))) {
                assertThat(extract(hub).message()).as("of another host").contains(untrusted);
            }
            try (TestHub hub =
                    TestHub.open(folder, sections(partner.address("localhost"), "certificates: partner.pem"))) {
                assertThat(extract(hub).counts().landed()).isEqualTo(1);
                assertThat(partner.file("done/clients-1.csv")).exists();
            }
        }
    }
}
