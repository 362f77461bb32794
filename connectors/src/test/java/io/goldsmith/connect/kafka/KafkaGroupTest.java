package io.goldsmith.connect.kafka;

import static io.goldsmith.connect.kafka.KafkaCluster.contact;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.HubDatabase;
import io.goldsmith.connect.TestHub;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.golden.GoldenId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several nodes of a hub in one group. */
class KafkaGroupTest {

    private static final Instant MONDAY = Instant.parse("2026-06-01T08:00:00Z");
    private static final List<String> TOWNS = List.of("Lyon", "Nice", "Lille", "Brest", "Paris");
    private static final String GROUP = "two-nodes";

    @TempDir
    Path one;

    @TempDir
    Path other;

    @Test
    void nodesThatComeAndGoNeitherLoseNorDoubleAnything() throws Exception {
        try (KafkaCluster kafka = KafkaCluster.start()) {
            kafka.topic("contacts", 4);
            HubDatabase database = HubDatabase.postgreSql();
            String yaml = kafka.yaml("contacts", GROUP);
            try (TestHub first = TestHub.open(one, yaml, database)) {
                first.connectors().start();
                send(kafka, 0);
                awaitVersions(first, 300);
                TestHub second = TestHub.open(other, yaml, database);
                try {
                    second.connectors().start();
                    // While the group forms anew.
                    send(kafka, 1);
                    Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> kafka.members(GROUP) == 2);
                    send(kafka, 2);
                    awaitVersions(first, 900);
                } finally {
                    send(kafka, 3);
                    second.close();
                }
                send(kafka, 4);
                awaitVersions(first, 1_500);

                first.connectors().settle("the rest");
                assertThat(first.count("select count(*) from source_record")).isEqualTo(300);
                assertThat(first.count("select count(*) from source_record where latest_version = 5"))
                        .isEqualTo(300);
                assertThat(first.hub().goldenRecords().count()).isEqualTo(300);
                GoldenId golden = first.hub()
                        .goldenRecords()
                        .goldenOf(new RecordId("crm", "C42"))
                        .orElseThrow();
                assertThat(first.hub()
                                .goldenRecords()
                                .find(golden)
                                .orElseThrow()
                                .attributes()
                                .first("town"))
                        .contains(TOWNS.get(4));
            }
            long committed = 0;
            for (int partition = 0; partition < 4; partition++) {
                committed += kafka.committed(GROUP, "contacts", partition);
            }
            assertThat(committed).isEqualTo(1_500);
        }
    }

    /** A version of each of 300 contacts. */
    private static void send(KafkaCluster kafka, int round) throws Exception {
        List<ProducerRecord<String, byte[]>> messages = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            messages.add(KafkaCluster.message(
                    "contacts",
                    "C" + i,
                    contact("Anna", "Nom" + i + "a", TOWNS.get(round)),
                    MONDAY.plusSeconds(round)));
        }
        kafka.send(messages);
    }

    private static void awaitVersions(TestHub hub, long versions) {
        Awaitility.await()
                .atMost(120, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(hub.count("select count(*) from source_record_version"))
                        .isEqualTo(versions));
    }
}
