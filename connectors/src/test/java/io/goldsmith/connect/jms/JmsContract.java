package io.goldsmith.connect.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.connect.ExtractionReport;
import io.goldsmith.connect.TestHub;
import io.goldsmith.connect.preview.ConnectorPreview;
import io.goldsmith.connect.preview.StreamPreview;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.settings.SettingsException;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.model.HubConfiguration;
import io.goldsmith.mdm.run.RunState;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What holds whatever the broker is spoken to by. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JmsContract {

    private static final String VERSIONS = "select count(*) from source_record_version";

    private Broker broker;

    @TempDir
    Path folder;

    private String name;

    /** The broker's address in the configuration. */
    abstract String url(int port);

    @BeforeAll
    void start(@TempDir Path brokerFolder) throws Exception {
        broker = Broker.start(brokerFolder);
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @BeforeEach
    void aPlaceOfItsOwn(TestInfo test) {
        name = test.getTestMethod().orElseThrow().getName();
    }

    private String yaml(String from) {
        return """
                connectors:
                  crm:
                    kind: jms
                    source: crm
                    url: "%s"
                    subscription: hub
                    timeout: PT5S
                    streams:
                      - name: contacts
                        from: %s
                        records:
                          key: "@header/customer"
                          timestamp: "@timestamp"
                          attributes:
                            party_type: {constant: person}
                            given_name: /name/first
                            family_name: /name/last
                            town: /address/town
                """.formatted(url(broker.port()), from);
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
    void landsWhatWaitsInAQueueAndTakesIt() throws Exception {
        broker.contact("queue:" + name, "C1", "Anna", "Smith", "Lyon");
        broker.contact("queue:" + name, "C2", "Bob", "Jones", "Nice");
        try (TestHub hub = TestHub.open(folder, yaml("queue:" + name))) {
            assertThat(extract(hub).counts().landed()).isEqualTo(2);
            assertThat(golden(hub, "C1").orElseThrow().attributes().first("town"))
                    .contains("Lyon");
            assertThat(extract(hub).counts().read()).isZero();
        }
        assertThat(broker.waiting(name)).isZero();
    }

    @Test
    void aHubKilledBetweenLandingAndCommitGetsTheMessagesAgainAndRecognisesThem() throws Exception {
        broker.contact("queue:" + name, "C1", "Anna", "Smith", "Lyon");
        broker.contact("queue:" + name, "C2", "Bob", "Jones", "Nice");
        AtomicBoolean killed = new AtomicBoolean();
        try (TestHub hub = TestHub.open(folder, yaml("queue:" + name), (stage, done, all) -> {
            if (stage.equals("extract crm") && killed.compareAndSet(false, true)) {
                throw new IllegalStateException("killed after the landing committed");
            }
        })) {
            assertThat(extract(hub).state()).isEqualTo(RunState.FAILED);
            assertThat(hub.count(VERSIONS)).isEqualTo(2);
        }
        assertThat(broker.waiting(name)).isEqualTo(2);
        try (TestHub hub = TestHub.open(folder, yaml("queue:" + name))) {
            ExtractionReport again = extract(hub);

            assertThat(again.counts().read()).isEqualTo(2);
            assertThat(again.counts().landed()).isZero();
            assertThat(hub.count(VERSIONS)).isEqualTo(2);
        }
        assertThat(broker.waiting(name)).isZero();
    }

    @Test
    void whatCannotBeReadWaitsInQuarantineAndTheNextAreRead() throws Exception {
        broker.send("queue:" + name, session -> session.createTextMessage("<contact/>"));
        broker.send("queue:" + name, session -> session.createObjectMessage(new ArrayList<>()));
        broker.contact("queue:" + name, "C1", "Anna", "Smith", "Lyon");
        try (TestHub hub = TestHub.open(folder, yaml("queue:" + name))) {
            ExtractionReport report = extract(hub);

            assertThat(report.counts().unreadable()).isEqualTo(2);
            assertThat(golden(hub, "C1")).isPresent();
            assertThat(hub.hub().quarantine().waiting(0, 10))
                    .allSatisfy(entry -> assertThat(entry.origin()).startsWith("queue:" + name + "@ID:"))
                    .extracting(entry -> entry.reasons().get(0))
                    .anySatisfy(reason -> assertThat(reason).contains("must be a JSON object"))
                    .anySatisfy(reason -> assertThat(reason).contains("text or bytes", "object"));
        }
        assertThat(broker.waiting(name)).isZero();
    }

    @Test
    void aMessageWithoutContentDeletesTheRecordOfItsKey() throws Exception {
        broker.contact("queue:" + name, "C1", "Anna", "Smith", "Lyon");
        try (TestHub hub = TestHub.open(folder, yaml("queue:" + name))) {
            extract(hub);
            broker.send("queue:" + name, session -> {
                var empty = session.createMessage();
                empty.setStringProperty("customer", "C1");
                return empty;
            });

            assertThat(extract(hub).counts().landed()).isEqualTo(1);
            assertThat(golden(hub, "C1")).isEmpty();
        }
    }

    @Test
    void aDurableSubscriptionKeepsWhatIsSentWhileTheHubIsAway() throws Exception {
        try (TestHub hub = TestHub.open(folder, yaml("topic:" + name))) {
            assertThat(extract(hub).message()).isEmpty();
        }
        broker.contact("topic:" + name, "C1", "Anna", "Smith", "Lyon");
        try (TestHub hub = TestHub.open(folder, yaml("topic:" + name))) {
            assertThat(extract(hub).counts().landed()).isEqualTo(1);
            assertThat(extract(hub).counts().read()).isZero();
        }
    }

    @Test
    void aStartedHubLandsAndResolvesWhatComesThroughABrokersRestart() throws Exception {
        try (TestHub hub = TestHub.open(folder, yaml("queue:" + name))) {
            hub.connectors().start();
            broker.contact("queue:" + name, "C1", "Anna", "Smith", "Lyon");
            Awaitility.await()
                    .atMost(60, TimeUnit.SECONDS)
                    .until(() -> golden(hub, "C1").isPresent());

            broker.stop();
            broker.start();
            broker.contact("queue:" + name, "C2", "Bob", "Jones", "Nice");

            Awaitility.await()
                    .atMost(90, TimeUnit.SECONDS)
                    .until(() -> golden(hub, "C2").isPresent());
            assertThat(hub.count(VERSIONS)).isEqualTo(2);
        }
    }

    @Test
    void previewLooksIntoAQueueAndTakesNothing() throws Exception {
        broker.contact("queue:" + name, "C1", "Anna", "Smith", "Lyon");
        broker.contact("queue:" + name, "C2", "Bob", "Jones", "Nice");
        TestHub.write(folder, yaml("queue:" + name));

        StreamPreview preview = preview();

        assertThat(preview.failure()).isEmpty();
        assertThat(preview.rows()).extracting(row -> row.key()).containsExactly("C1", "C2");
        assertThat(broker.waiting(name)).isEqualTo(2);
        TestHub.write(folder, yaml("topic:" + name));
        assertThat(preview().failure()).contains("cannot look into topic:" + name, "queue");
    }

    private StreamPreview preview() {
        return new ConnectorPreview(HubConfiguration.read(folder), Clock.systemUTC())
                .of("crm", Optional.empty(), 10)
                .streams()
                .get(0);
    }

    @Test
    void settingsThatDoNotFitAndABrokerThatIsNotThereAreTold() {
        TestHub.write(folder, yaml("orders"));
        assertThatThrownBy(this::preview)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("queue:NAME or topic:NAME, but is from orders");
        TestHub.write(folder, yaml("topic:orders").replace("    subscription: hub\n", ""));
        assertThatThrownBy(this::preview).hasMessageContaining("durable subscription");
        TestHub.write(folder, yaml("queue:orders").replace("//localhost", "//hub:hush@localhost"));
        assertThatThrownBy(this::preview)
                .hasMessageContaining("a secret in an address must be a reference")
                .hasMessageNotContaining("hush");
        try (TestHub hub = TestHub.open(folder, yaml("queue:" + name).replace(":" + broker.port(), ":1"))) {
            assertThat(extract(hub).message()).contains("gets no answer from ", "localhost:1", "check");
        }
    }
}
