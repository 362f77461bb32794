package io.goldsmith.connect.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.TestHub;
import io.goldsmith.matching.record.RecordId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteFilesTest {

    private static final String VERSIONS = "select count(*) from source_record_version";

    private static final String YAML = """
            connectors:
              crm:
                kind: camel
                source: crm
                streams:
                  - name: contacts
                    from: routes
                    records:
                      key: /id
                      timestamp: /changed
                      attributes: {party_type: {constant: person}, family_name: /name, town: /town}
            """;

    private static final String CONTACT =
            "{\"id\": \"C1\", \"changed\": \"2026-06-01T08:00:00Z\", \"name\": \"Dupont\", \"town\": \"Lyon\"}";

    @TempDir
    Path folder;

    @TempDir
    Path outbox;

    private void route(String inlet) throws IOException {
        Files.createDirectories(folder.resolve("routes"));
        Files.writeString(folder.resolve("routes/partner.camel.yaml"), """
                - route:
                    id: partner
                    from:
                      uri: file:%s
                      parameters: {initialDelay: 0, delay: 200}
                      steps:
                        - to: {uri: "direct:land/%s"}
                        - to: {uri: "file:%s/confirmed"}
                """.formatted(outbox, inlet, outbox));
    }

    private static boolean isGolden(TestHub hub, String key) {
        return hub.hub().goldenRecords().goldenOf(new RecordId("crm", key)).isPresent();
    }

    @Test
    void aRouteGoesOnAfterWhatItSentIsLanded() throws IOException {
        route("crm/contacts");
        Files.writeString(outbox.resolve("a.json"), CONTACT);
        try (TestHub hub = TestHub.open(folder, YAML)) {
            assertThat(outbox.resolve("a.json")).exists();

            hub.connectors().start();

            Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> isGolden(hub, "C1"));
            Awaitility.await()
                    .atMost(60, TimeUnit.SECONDS)
                    .until(() -> Files.exists(outbox.resolve("confirmed/a.json")));
            assertThat(hub.count(VERSIONS)).isEqualTo(1);
        }
    }

    @Test
    void aRouteWhoseMessageIsNotLandedFailsAndBringsItAgain() throws IOException {
        route("crm/contacts");
        Files.writeString(outbox.resolve("a.json"), CONTACT);
        AtomicInteger landings = new AtomicInteger();
        AtomicInteger confirmedEarly = new AtomicInteger();
        try (TestHub hub = TestHub.open(folder, YAML, (stage, done, all) -> {
            if (stage.equals("extract crm")) {
                if (Files.exists(outbox.resolve("confirmed/a.json"))) {
                    confirmedEarly.incrementAndGet();
                }
                if (landings.incrementAndGet() == 1) {
                    throw new IllegalStateException("killed after the landing committed");
                }
            }
        })) {
            hub.connectors().start();

            Awaitility.await()
                    .atMost(60, TimeUnit.SECONDS)
                    .until(() -> Files.exists(outbox.resolve("confirmed/a.json")));
            assertThat(landings).hasValue(2);
            assertThat(confirmedEarly).hasValue(0);
            assertThat(hub.count(VERSIONS)).isEqualTo(1);
        }
    }

    @Test
    void aBrokenFileIsToldByFileAndLineAndAnUnknownStreamByName() throws IOException {
        Files.createDirectories(folder.resolve("routes"));
        Path file = folder.resolve("routes/broken.camel.yaml");
        Files.writeString(file, """
                - route:
                    from:
                      uri: timer:x
                      steps:
                        - too: direct:land/crm/contacts
                """);
        try (TestHub hub = TestHub.open(folder, YAML)) {
            assertThatThrownBy(() -> hub.connectors().start())
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContaining("broken.camel.yaml:5")
                    .hasMessageContaining("must be Camel routes as YAML");
        }
        Files.delete(file);
        route("crm/contact");
        try (TestHub hub = TestHub.open(folder, YAML)) {
            assertThatThrownBy(() -> hub.connectors().start())
                    .hasMessageContaining("direct://land/crm/contact")
                    .hasMessageContaining("direct:land/crm/contacts");
        }
    }
}
