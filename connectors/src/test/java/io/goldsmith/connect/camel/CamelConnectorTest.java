package io.goldsmith.connect.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.ExtractionReport;
import io.goldsmith.connect.TestHub;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.settings.SettingsException;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.run.RunState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CamelConnectorTest {

    private static final String VERSIONS = "select count(*) from source_record_version";

    @TempDir
    Path folder;

    @TempDir
    Path outbox;

    private String yaml(String format) {
        return yaml("file:" + outbox + "?initialDelay=0&delay=100", format);
    }

    private static String yaml(String uri, String format) {
        return """
                connectors:
                  crm:
                    kind: camel
                    source: crm
                    endpoints:
                      partner: {uri: "%s", format: %s}
                    streams:
                      - name: contacts
                        from: partner
                        records:
                          key: /id
                          timestamp: /changed
                          attributes:
                            party_type: {constant: person}
                            family_name: /name
                            town: /town
                """.formatted(uri, format);
    }

    private static String contact(String id, String town) {
        return "{\"id\": \"" + id + "\", \"changed\": \"2026-06-01T08:00:00Z\", \"name\": \"Nom" + id
                + "a\", \"town\": \"" + town + "\"}";
    }

    private static ExtractionReport extract(TestHub hub) {
        return hub.connectors().extract("crm").extractions().get(0);
    }

    private static Optional<GoldenRecord> golden(TestHub hub, String key) {
        return hub.hub()
                .goldenRecords()
                .goldenOf(new RecordId("crm", key))
                .flatMap(id -> hub.hub().goldenRecords().find(id));
    }

    @Test
    void landsTheLinesOfAFileWhichThenMoves() throws IOException {
        Files.writeString(
                outbox.resolve("a.jsonl"), contact("C1", "Lyon") + "\n\nno json\n" + contact("C2", "Nice") + "\n");
        try (TestHub hub = TestHub.open(folder, yaml("json-lines"))) {
            ExtractionReport report = extract(hub);

            assertThat(report.message()).isEmpty();
            assertThat(report.counts().landed()).isEqualTo(2);
            assertThat(golden(hub, "C2").orElseThrow().attributes().first("town"))
                    .contains("Nice");
            assertThat(hub.hub().quarantine().waiting(0, 10))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.origin()).isEqualTo("partner@a.jsonl:3"));
            assertThat(outbox.resolve(".camel/a.jsonl")).exists();
            assertThat(extract(hub).counts().read()).isZero();
        }
    }

    @Test
    void aFileIsTakenInBatchesAndMovesAfterTheLast() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 4_500; i++) {
            lines.append(contact("C" + i, "Lyon")).append('\n');
        }
        Files.writeString(outbox.resolve("a.jsonl"), lines);
        AtomicBoolean movedEarly = new AtomicBoolean();
        try (TestHub hub = TestHub.open(folder, yaml("json-lines"), (stage, done, all) -> {
            if (stage.equals("extract crm") && !Files.exists(outbox.resolve("a.jsonl"))) {
                movedEarly.set(true);
            }
        })) {
            assertThat(extract(hub).counts().landed()).isEqualTo(4_500);
            assertThat(movedEarly).isFalse();
            assertThat(outbox.resolve("a.jsonl")).doesNotExist();
        }
    }

    @Test
    void aHubKilledBetweenLandingAndCompletionReadsTheFileAgainAndRecognisesIt() throws IOException {
        Files.writeString(outbox.resolve("a.json"), "[" + contact("C1", "Lyon") + "," + contact("C2", "Nice") + "]");
        AtomicBoolean killed = new AtomicBoolean();
        try (TestHub hub = TestHub.open(folder, yaml("json"), (stage, done, all) -> {
            if (stage.equals("extract crm") && killed.compareAndSet(false, true)) {
                throw new IllegalStateException("killed after the landing committed");
            }
        })) {
            assertThat(extract(hub).state()).isEqualTo(RunState.FAILED);
            assertThat(hub.count(VERSIONS)).isEqualTo(2);
            assertThat(outbox.resolve("a.json")).exists();
        }
        try (TestHub hub = TestHub.open(folder, yaml("json"))) {
            ExtractionReport again = extract(hub);

            assertThat(again.counts().read()).isEqualTo(2);
            assertThat(again.counts().landed()).isZero();
            assertThat(hub.count(VERSIONS)).isEqualTo(2);
            assertThat(outbox.resolve(".camel/a.json")).exists();
        }
    }

    @Test
    void csvIsReadByItsHeaderAndWhatIsBrokenIsSetAside() throws IOException {
        Files.writeString(
                outbox.resolve("a.csv"),
                "id;changed;name;town\nC1;2026-06-01T08:00:00Z;Dupont;Lyon\nC2;2026-06-01T08:00:00Z;Too;few;or;many\n"
                        + "C3;2026-06-01T08:00:00Z;\"Martin;Nice\n");
        Files.write(
                outbox.resolve("b.csv"),
                "id;changed;name;town\nC4;2026-06-01T08:00:00Z;Hélène;Lyon\n".getBytes(StandardCharsets.ISO_8859_1));
        try (TestHub hub = TestHub.open(folder, yaml("csv"))) {
            ExtractionReport report = extract(hub);

            assertThat(report.message()).isEmpty();
            assertThat(hub.count(VERSIONS)).isEqualTo(1);
            assertThat(golden(hub, "C1")).isPresent();
            assertThat(hub.hub().quarantine().waiting(0, 10))
                    .extracting(entry -> entry.origin())
                    .containsExactlyInAnyOrder("partner@a.csv:3", "partner@a.csv:4", "partner@b.csv");
            assertThat(hub.hub().quarantine().waiting(0, 10))
                    .anySatisfy(entry -> assertThat(entry.reasons().get(0)).contains("must be in UTF-8"))
                    .anySatisfy(entry -> assertThat(entry.reasons().get(0)).contains("must have 4 columns", "has 6"));
            assertThat(outbox.resolve(".camel/b.csv")).exists();
        }
    }

    @Test
    void aStartedHubTakesWhatComes() throws IOException {
        try (TestHub hub = TestHub.open(folder, yaml("json"))) {
            hub.connectors().start();
            Path written = Files.writeString(folder.resolve("a.json"), contact("C1", "Lyon"));
            Files.move(written, outbox.resolve("a.json"));

            Awaitility.await()
                    .atMost(60, TimeUnit.SECONDS)
                    .until(() -> golden(hub, "C1").isPresent());
        }
        assertThat(outbox.resolve(".camel/a.json")).exists();
    }

    @Test
    void aComponentThatIsNotThereAndASecretInTheClearAreTold() {
        assertThatThrownBy(() -> TestHub.open(folder, yaml("nothing-such:host", "json")))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("endpoint partner of component nothing-such, which is not on the class path");
        assertThatThrownBy(() -> TestHub.open(folder, yaml("imaps://mail.example?username=a&password=hush", "json")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("password=RAW(${env:NAME})")
                .hasMessageNotContaining("hush");
        assertThatThrownBy(() -> TestHub.open(folder, yaml("json").replace("from: partner", "from: partners")))
                .hasMessageContaining("\"partners\" is no endpoint of the connector");
        try (TestHub hub = TestHub.open(
                folder, yaml("file:" + outbox + "?password=${file:secrets/password}&noSuchOption=1", "json"))) {
            assertThat(extract(hub).message())
                    .contains("cannot read endpoint partner (file)", "check its URI and options")
                    .doesNotContain("0123456789-secret");
        }
    }
}
