package io.goldsmith.connect.kafka;

import static io.goldsmith.connect.kafka.KafkaCluster.contact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.connect.ExtractionReport;
import io.goldsmith.connect.HubDatabase;
import io.goldsmith.connect.TestHub;
import io.goldsmith.connect.preview.ConnectorPreview;
import io.goldsmith.connect.preview.StreamPreview;
import io.goldsmith.connect.suggest.ConnectorSuggestion;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.settings.SettingsException;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.model.HubConfiguration;
import io.goldsmith.mdm.run.RunState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class KafkaConnectorTest {

    private static final Instant MONDAY = Instant.parse("2026-06-01T08:00:00Z");
    private static final String VERSIONS = "select count(*) from source_record_version";

    private static KafkaCluster kafka;

    @TempDir
    Path folder;

    private String topic;
    private String group;

    @BeforeAll
    static void start() throws Exception {
        kafka = KafkaCluster.start();
    }

    @AfterAll
    static void stop() throws Exception {
        kafka.close();
    }

    @BeforeEach
    void aTopicOfItsOwn(TestInfo test) throws Exception {
        String name = test.getTestMethod().orElseThrow().getName().toLowerCase();
        topic = "contacts-" + name.substring(0, Math.min(40, name.length()));
        group = "hub-" + name;
        kafka.topic(topic, 1);
    }

    private TestHub hub() {
        return TestHub.open(folder, kafka.yaml(topic, group));
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
    void landsWhatIsThereInItsOrderAndNothingTwice() throws Exception {
        kafka.send(topic, "C1", contact("Anna", "Smith", "Lyon"), MONDAY);
        kafka.send(topic, "C1", contact("Anna", "Smith", "Paris"), MONDAY.plusSeconds(1));
        kafka.send(topic, "C2", contact("Bob", "Jones", "Nice"), MONDAY);
        try (TestHub hub = hub()) {
            assertThat(extract(hub).counts().landed()).isEqualTo(3);
            assertThat(golden(hub, "C1").orElseThrow().attributes().first("town"))
                    .contains("Paris");
            assertThat(golden(hub, "C2").orElseThrow().attributes().all("email"))
                    .containsExactly("jones@example.fr");
            assertThat(kafka.committed(group, topic, 0)).isEqualTo(3);
            assertThat(extract(hub).counts().read()).isZero();
        }
    }

    @Test
    void aMessageWithoutValueDeletesTheRecordOfItsKey() throws Exception {
        kafka.send(topic, "C1", contact("Anna", "Smith", "Lyon"), MONDAY);
        try (TestHub hub = hub()) {
            extract(hub);
            assertThat(golden(hub, "C1")).isPresent();

            kafka.tombstone(topic, "C1", MONDAY.plusSeconds(1));

            assertThat(extract(hub).counts().landed()).isEqualTo(1);
            assertThat(golden(hub, "C1")).isEmpty();
        }
    }

    @Test
    void aKeyThatIsJsonIsLookedIntoAndAHeaderIsAColumn() throws Exception {
        ProducerRecord<String, byte[]> message =
                KafkaCluster.message(topic, "{\"id\": 7}", contact("Anna", "Smith", "Lyon"), MONDAY);
        message.headers().add("country", "FR".getBytes(StandardCharsets.UTF_8));
        kafka.send(List.of(message));
        String yaml = kafka.yaml(topic, group)
                .replace("\"@key\"", "\"@key/id\"")
                .replace("town: /address/town", "town: \"@header/country\"");
        try (TestHub hub = TestHub.open(folder, yaml)) {
            extract(hub);
            assertThat(golden(hub, "7").orElseThrow().attributes().first("town"))
                    .contains("FR");

            kafka.tombstone(topic, "{\"id\": 7}", MONDAY.plusSeconds(1));
            extract(hub);

            assertThat(golden(hub, "7")).isEmpty();
        }
    }

    @Test
    void aMessageWithoutValueOfAStreamWithAnotherKeyIsNotPassedOver() throws Exception {
        kafka.tombstone(topic, "C1", MONDAY);
        try (TestHub hub = TestHub.open(folder, kafka.yaml(topic, group).replace("\"@key\"", "/id"))) {
            assertThat(extract(hub).counts().unreadable()).isEqualTo(1);
            assertThat(hub.hub().quarantine().waiting(0, 10)).singleElement().satisfies(entry -> {
                assertThat(entry.origin()).isEqualTo(topic + "-0@0");
                assertThat(entry.reasons().get(0)).contains("deletes the record of its key", "/id", "@key");
            });
        }
    }

    @Test
    void aPoisonMessageWaitsInQuarantineAndTheNextAreRead() throws Exception {
        kafka.send(List.of(new ProducerRecord<>(topic, "C0", new byte[] {0, 0, 0, 0, 7, (byte) 0xff, 2})));
        kafka.send(topic, "C1", "{\"name\": {\"first\": \"Anna\"", MONDAY);
        kafka.send(topic, "C2", "[1, 2]", MONDAY);
        kafka.send(topic, "", contact("No", "Key", "Lyon"), MONDAY);
        kafka.send(topic, "C3", contact("Nul \\u0000", "Zoé \\ud800", "Lyon"), MONDAY);
        kafka.send(topic, "C4", contact("Anna", "Smith", "Lyon"), MONDAY);
        try (TestHub hub = TestHub.open(folder, kafka.yaml(topic, group), HubDatabase.postgreSql())) {
            ExtractionReport report = extract(hub);

            assertThat(report.message()).isEmpty();
            assertThat(report.counts().unreadable()).isEqualTo(4);
            assertThat(golden(hub, "C4")).isPresent();
            assertThat(golden(hub, "C3")).isPresent();
            assertThat(hub.hub().quarantine().waiting(0, 10))
                    .extracting(entry -> entry.origin())
                    .containsExactlyInAnyOrder(topic + "-0@0", topic + "-0@1", topic + "-0@2", topic + "-0@3");
            assertThat(hub.hub().quarantine().waiting(0, 10))
                    .filteredOn(entry -> entry.origin().endsWith("@1"))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.reasons().get(0))
                            .contains("must be a JSON object, but breaks in line 1")
                            .doesNotContain("Anna"));
            assertThat(kafka.committed(group, topic, 0)).isEqualTo(6);
        }
    }

    @Test
    void aHubKilledBetweenLandingAndCommitGetsTheBatchAgainAndRecognisesIt() throws Exception {
        kafka.send(topic, "C1", contact("Anna", "Smith", "Lyon"), MONDAY);
        kafka.send(topic, "C1", contact("Anna", "Smith", "Paris"), MONDAY.plusSeconds(1));
        kafka.send(topic, "C2", "poison", MONDAY);
        AtomicBoolean killed = new AtomicBoolean();
        try (TestHub hub = TestHub.open(folder, kafka.yaml(topic, group), (stage, done, all) -> {
            if (stage.equals("extract crm") && killed.compareAndSet(false, true)) {
                throw new IllegalStateException("killed after the landing committed");
            }
        })) {
            assertThat(extract(hub).state()).isEqualTo(RunState.FAILED);
            assertThat(hub.count(VERSIONS)).isEqualTo(2);
            assertThat(kafka.committed(group, topic, 0)).isEqualTo(-1);
        }
        try (TestHub hub = hub()) {
            ExtractionReport again = extract(hub);

            assertThat(again.counts().read()).isEqualTo(3);
            assertThat(again.counts().landed()).isZero();
            assertThat(hub.count(VERSIONS)).isEqualTo(2);
            assertThat(hub.hub().quarantine().countWaiting()).isEqualTo(1);
            assertThat(golden(hub, "C1").orElseThrow().attributes().first("town"))
                    .contains("Paris");
            assertThat(kafka.committed(group, topic, 0)).isEqualTo(3);
        }
    }

    @Test
    void aStartedHubLandsAndResolvesWhatComesThroughABrokersRestart() throws Exception {
        try (TestHub hub = hub()) {
            hub.connectors().start();
            kafka.send(topic, "C1", contact("Anna", "Smith", "Lyon"), MONDAY);
            Awaitility.await()
                    .atMost(60, TimeUnit.SECONDS)
                    .until(() -> golden(hub, "C1").isPresent());

            kafka.stopBroker();
            kafka.startBroker();
            kafka.send(topic, "C2", contact("Bob", "Jones", "Nice"), MONDAY);

            Awaitility.await()
                    .atMost(90, TimeUnit.SECONDS)
                    .until(() -> golden(hub, "C2").isPresent());
            assertThat(hub.count(VERSIONS)).isEqualTo(2);
        }
        assertThat(kafka.committed(group, topic, 0)).isEqualTo(2);
    }

    @Test
    void manyMessagesAreLandedInBatches() throws Exception {
        List<ProducerRecord<String, byte[]>> messages = new ArrayList<>();
        for (int i = 0; i < 4_500; i++) {
            messages.add(KafkaCluster.message(
                    topic, "C" + i % 1_500, contact("Anna" + i, "Smith" + i % 1_500, "Lyon"), MONDAY.plusSeconds(i)));
        }
        kafka.send(messages);
        List<Long> landed = new ArrayList<>();
        try (TestHub hub = TestHub.open(folder, kafka.yaml(topic, group), (stage, done, all) -> {
            if (stage.equals("extract crm")) {
                landed.add(done);
            }
        })) {
            assertThat(extract(hub).counts().landed()).isEqualTo(4_500);
            assertThat(landed.get(0)).isLessThanOrEqualTo(2_000);
            assertThat(landed.size()).isGreaterThanOrEqualTo(3);
            assertThat(golden(hub, "C7").orElseThrow().attributes().first("given_name"))
                    .contains("Anna3007");
        }
    }

    @Test
    void messagesThatRetentionRemovedBeforeTheyWereReadAreTold() throws Exception {
        kafka.send(topic, "C1", contact("Anna", "Smith", "Lyon"), MONDAY);
        try (TestHub hub = hub()) {
            extract(hub);
            kafka.send(topic, "C2", contact("Bob", "Jones", "Nice"), MONDAY);
            kafka.send(topic, "C3", contact("Eve", "Moore", "Nice"), MONDAY);
            kafka.remove(topic, 2);

            assertThat(extract(hub).counts().landed()).isEqualTo(1);

            assertThat(golden(hub, "C3")).isPresent();
            assertThat(hub.hub().quarantine().waiting(0, 10)).singleElement().satisfies(entry -> {
                assertThat(entry.origin()).isEqualTo(topic + "-0@1");
                assertThat(entry.reasons().get(0)).contains("read up to offset 1", "begins at 2", "retention");
            });
            assertThat(kafka.committed(group, topic, 0)).isEqualTo(3);
        }
    }

    @Test
    void aTopicThatIsNotThereAndBrokersThatDoNotAnswerAreTold() throws Exception {
        try (TestHub hub = TestHub.open(folder, kafka.yaml("nothing-here", group))) {
            assertThat(extract(hub).message())
                    .contains("Connector crm finds no topic nothing-here at localhost:", "check");
        }
        assertThat(kafka.groups()).doesNotContain(group);
        try (TestHub hub = TestHub.open(folder, kafka.yaml(topic, group).replace(kafka.brokers(), "localhost:1"))) {
            assertThat(extract(hub).message()).contains("gets no answer from localhost:1 within 5 s", "check");
        }
    }

    @Test
    void previewAndSuggestLookAtTheNewestMessagesAndLeaveNoTrace() throws Exception {
        kafka.send(topic, "C1", contact("Anna", "Smith", "Lyon"), MONDAY);
        kafka.send(topic, "C2", contact("Bob", "Jones", "Nice"), MONDAY.plusSeconds(1));
        kafka.tombstone(topic, "C1", MONDAY.plusSeconds(2));
        TestHub.write(folder, kafka.yaml(topic, group));

        StreamPreview preview = new ConnectorPreview(HubConfiguration.read(folder), Clock.systemUTC())
                .of("crm", Optional.empty(), 2)
                .streams()
                .get(0);
        String suggested = new ConnectorSuggestion(HubConfiguration.read(folder)).of("crm");

        assertThat(preview.failure()).isEmpty();
        assertThat(preview.place()).isEqualTo("the newest messages of " + topic);
        assertThat(preview.rows()).hasSize(2);
        assertThat(preview.rows().get(1).key()).contains("C2");
        assertThat(suggested)
                .contains("key: \"@key\"", "timestamp: \"@timestamp\"", "town: /address/town", "email: /emails/*")
                .doesNotContain("@offset");
        assertThat(kafka.groups()).doesNotContain(group);
    }

    @Test
    void settingsThatDoNotFitAreToldByLineAndKey() {
        String yaml = kafka.yaml(topic, group)
                .replace("timeout: PT5S", "security: {protocol: sasl-ssl, user: reader, password: in-the-clear}")
                .replace("town: /address/town", "town: TOWN");
        TestHub.write(folder, yaml);
        assertThatThrownBy(() -> new ConnectorPreview(HubConfiguration.read(folder), Clock.systemUTC()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("a secret must be a reference")
                .hasMessageContaining("must be a JSON pointer such as /TOWN or a mark such as @key")
                .hasMessageNotContaining("in-the-clear");
        TestHub.write(folder, kafka.yaml(topic, group).replace("kind: kafka", "kind: jms"));
        assertThatThrownBy(() -> HubConfiguration.read(folder)).hasMessageContaining("brokers");
        TestHub.write(
                folder, kafka.yaml(topic, group).replace("timeout: PT5S", "security: {protocol: sasl-plaintext}"));
        assertThatThrownBy(() -> new ConnectorPreview(HubConfiguration.read(folder), Clock.systemUTC()))
                .hasMessageContaining("a SASL protocol must have a user and a password");
    }
}
