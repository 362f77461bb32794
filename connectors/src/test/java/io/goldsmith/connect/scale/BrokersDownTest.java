package io.goldsmith.connect.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.ExtractionReport;
import io.goldsmith.connect.health.SystemHealth;
import io.goldsmith.connect.kafka.KafkaCluster;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.mdm.run.RunState;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.stewardship.TaskKind;
import io.goldsmith.mdm.stewardship.TaskState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokersDownTest {

    @TempDir
    Path folder;

    @Test
    void extractionPausesAndSaysSoReplicationGoesOnAndNothingIsLost() throws Exception {
        try (KafkaCluster kafka = KafkaCluster.start();
                TwoNodes nodes =
                        new TwoNodes(folder, kafka, "down").replicating("").timeoutSeconds(10)) {
            nodes.customers(3);
            nodes.here = nodes.open("here");
            nodes.here.connectors().extractAll();
            nodes.here.connectors().startReplicationFromHere();
            nodes.here.connectors().start();
            nodes.awaitMembers(".replication", 1);
            kafka.stopBroker();

            nodes.move(" rue B");
            ExtractionReport report = nodes.here.connectors().land("crm");

            assertThat(report.state()).isEqualTo(RunState.FAILED);
            assertThat(report.message())
                    .contains("Scale-out by Kafka gets no answer", "stays in its source")
                    .doesNotContain("rue");
            assertThat(health(nodes, ScaleOut.SYSTEM).failingSince()).isPresent();
            assertThat(health(nodes, "crm").failingSince())
                    .as("it is not to blame")
                    .isEmpty();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                nodes.here.connectors().watch();
                return nodes
                        .here
                        .hub()
                        .tasks()
                        .queue(TaskState.OPEN, Optional.of(TaskKind.FAILED_DELIVERY), 0, 10)
                        .stream()
                        .anyMatch(task -> task.details().contains("Scale-out by Kafka"));
            });

            // What comes in another way is delivered.
            nodes.here
                    .hub()
                    .intake()
                    .land(
                            nodes.here.hub().runs().start("by hand").id(),
                            List.of(new Delivery.RecordVersion(
                                    "crm",
                                    "C1",
                                    Instant.now(),
                                    AttributeValues.of(Map.of(
                                            "party_type", List.of("person"),
                                            "given_name", List.of("Anna"),
                                            "family_name", List.of("NomB"),
                                            "birth_date", List.of("1980-05-17"),
                                            "street", List.of("7 rue Panne"),
                                            "postcode", List.of("75001"),
                                            "town", List.of("Paris"),
                                            "email", List.of("c1@example.fr"))),
                                    false)));
            awaitStreet(nodes, "K1", "7 rue Panne");

            kafka.startBroker();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> nodes.here.connectors().extract("crm").isDone());
            awaitStreet(nodes, "K2", "2 rue B");
            awaitStreet(nodes, "K3", "3 rue B");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> health(nodes, ScaleOut.SYSTEM).failingSince().isEmpty());
        }
    }

    private static SystemHealth health(TwoNodes nodes, String system) {
        return nodes.here.connectors().health().stream()
                .filter(one -> one.system().equals(system))
                .findFirst()
                .orElseThrow();
    }

    private static void awaitStreet(TwoNodes nodes, String key, String street) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> nodes.accounting
                        .customer(key)
                        .at("/address/line1")
                        .asString()
                        .equals(street));
    }
}
