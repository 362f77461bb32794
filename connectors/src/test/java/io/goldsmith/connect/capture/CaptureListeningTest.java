package io.goldsmith.connect.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.HubDatabase;
import io.goldsmith.connect.TestHub;
import io.goldsmith.connect.health.Meters;
import io.goldsmith.matching.record.RecordId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes that land as they are committed. */
class CaptureListeningTest {

    @TempDir
    private Path folder;

    private static String continuous(CapturedDatabase crm) {
        return crm.yaml().replace("schedule: \"0 0 0 1 1 ? 2099\"", "breaker: {rest: PT1S, longest-rest: PT1S}");
    }

    private static boolean has(TestHub hub, String key, String name) {
        return hub.hub()
                .sourceRecords()
                .find(new RecordId("crm", key))
                .filter(row -> row.raw().first("family_name").equals(Optional.of(name)))
                .isPresent();
    }

    private static void await(TestHub hub, String key, String name) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> has(hub, key, name));
    }

    @Test
    void aServerThatIsStartedAgainIsReadOnFromWhereItStood() throws Exception {
        Path data = folder.resolve("postgres");
        int port = freePort();
        EmbeddedPostgres server = CapturedDatabase.server(data, port);
        CapturedDatabase crm = CapturedDatabase.of(server);
        crm.contact("C1", "Smith");
        try (TestHub hub = TestHub.open(folder.resolve("hub"), continuous(crm))) {
            hub.connectors().start();
            await(hub, "C1", "Smith");
            crm.sql("update contact set name = 'Smythe'");
            await(hub, "C1", "Smythe");

            server.close();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> hub.connectors().health().get(0).failingSince().isPresent());
            server = CapturedDatabase.server(data, port);
            crm.sql("update contact set name = 'Smithe'");

            await(hub, "C1", "Smithe");
            assertThat(hub.count("select count(*) from source_record_version")).isEqualTo(3);
        } finally {
            server.close();
        }
    }

    @Test
    void ofTwoNodesOneReadsAndTheOtherTakesOver() throws SQLException {
        HubDatabase database = HubDatabase.postgreSql();
        try (CapturedDatabase crm = CapturedDatabase.create()) {
            crm.contact("C1", "Smith");
            try (TestHub second = TestHub.open(folder.resolve("two"), continuous(crm), database)) {
                try (TestHub first = TestHub.open(folder.resolve("one"), continuous(crm), database)) {
                    first.connectors().start();
                    await(first, "C1", "Smith");
                    second.connectors().start();
                    crm.contact("C2", "Jones");
                    await(second, "C2", "Jones");

                    assertThat(retained(first)).isNotNaN();
                    assertThat(retained(second)).isNaN();
                    assertThat(second.connectors().land("crm").message()).contains("another node");
                }
                crm.contact("C3", "Brown");
                await(second, "C3", "Brown");
                assertThat(second.count("select count(*) from source_record_version"))
                        .isEqualTo(3);
                Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !Double.isNaN(retained(second)));
            }
        }
    }

    /** The figure of the log that the server keeps, as whoever watches the node sees it. */
    private static double retained(TestHub hub) {
        Map<String, DoubleSupplier> gauges = new ConcurrentHashMap<>();
        hub.connectors().measure(new Meters() {
            @Override
            public void counter(String name, String description, Map<String, String> labels, DoubleSupplier value) {
                // Not looked at here.
            }

            @Override
            public void gauge(String name, String description, Map<String, String> labels, DoubleSupplier value) {
                gauges.put(name + labels, value);
            }
        });
        return gauges.get("goldsmith.capture.retained.bytes{connector=crm}").getAsDouble();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
