package io.goldsmith.connect.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.TestHub;
import io.goldsmith.connect.replicate.DeliveryState;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.golden.GoldenId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SharedReplicationTest extends OneKafka {

    private static TwoNodes replicating(TwoNodes nodes, int customers) throws Exception {
        nodes.customers(customers);
        nodes.here = nodes.open("here");
        nodes.here.connectors().extractAll();
        nodes.here.connectors().startReplicationFromHere();
        nodes.here.connectors().start();
        nodes.there = nodes.open("there");
        nodes.there.connectors().start();
        nodes.awaitMembers(".replication", 2);
        return nodes;
    }

    private static void awaitDelivered(TwoNodes nodes, String street, int customers) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            for (int number = 1; number <= customers; number++) {
                assertThat(street(nodes, number)).isEqualTo(number + street);
            }
        });
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> nodes.here.connectors().ledger().counts().get("accounting").entrySet().stream()
                        .allMatch(state -> state.getValue() == 0
                                || List.of(DeliveryState.ACKNOWLEDGED, DeliveryState.SUPERSEDED)
                                        .contains(state.getKey())));
    }

    private static String street(TwoNodes nodes, int number) {
        return nodes.accounting.customer("K" + number).at("/address/line1").asString();
    }

    private static GoldenId golden(TestHub hub, String source, String key) {
        return hub.hub().goldenRecords().goldenOf(new RecordId(source, key)).orElseThrow();
    }

    @Test
    void bothNodesBringTheTargetToTheGoldenStateEachVersionOnceAndInOrder() throws Exception {
        int customers = 80;
        try (TwoNodes nodes = replicating(
                new TwoNodes(folder, kafka, "shares").replicating("").partitions(8), customers)) {
            for (String street : List.of(" rue B", " rue C", " rue D")) {
                nodes.move(street);
                nodes.here.connectors().extract("crm");
            }
            awaitDelivered(nodes, " rue D", customers);

            List<String> written = nodes.accounting.puts();
            assertThat(written).doesNotHaveDuplicates();
            double here = TwoNodes.figure(nodes.here, "goldsmith.scaleout.sent");
            double there = TwoNodes.figure(nodes.there, "goldsmith.scaleout.sent");
            assertThat(here).isPositive();
            assertThat(there).isPositive();
            assertThat(here + there).isGreaterThanOrEqualTo(written.size());
            // accounting:G-12:7:1001.0
            Map<String, Integer> versions = new HashMap<>();
            for (String message : written) {
                String[] parts = message.split(":");
                assertThat(Integer.parseInt(parts[2]))
                        .as("version of %s", parts[1])
                        .isGreaterThan(versions.getOrDefault(parts[1], 0));
                versions.put(parts[1], Integer.parseInt(parts[2]));
            }
            assertThat(versions).hasSize(customers);
            assertThat(nodes.here.count("select count(*) from delivery_flight")).isZero();
        }
    }

    @Test
    void whatIsSentUnderAMergedIdIsAnsweredBeforeTheSurvivorsIsSent() throws Exception {
        try (TwoNodes nodes = replicating(
                new TwoNodes(folder, kafka, "fence")
                        .replicating("    on-conflict: overwrite\n")
                        .partitions(2),
                2)) {
            GoldenId first = golden(nodes.here, "crm", "C1");
            GoldenId second = golden(nodes.here, "crm", "C2");
            assertThat(first.value() % 2)
                    .as("they are of two parts, and two nodes")
                    .isNotEqualTo(second.value() % 2);
            String merged = first.compareTo(second) < 0 ? "2" : "1";
            String survivor = merged.equals("2") ? "1" : "2";
            nodes.accounting.hold("K" + merged);
            nodes.crm.execute(
                    "update CONTACT set STREET = '9 rue Tard', LAST_MODIFIED = current_timestamp where CONTACT_ID = ?",
                    "C" + merged);
            nodes.here.connectors().extract("crm");
            nodes.accounting.awaitHeld();

            // While its write is on its way, its customer becomes another one, who lives elsewhere.
            nodes.here.hub().decisions().merge(new RecordId("crm", "C1"), new RecordId("crm", "C2"), "steward", "");
            nodes.crm.execute(
                    "update CONTACT set STREET = '1 rue Neuve', LAST_MODIFIED = dateadd(second, 5, current_timestamp)"
                            + " where CONTACT_ID = ?",
                    "C" + survivor);
            nodes.here.connectors().extract("crm");
            assertThat(golden(nodes.here, "crm", "C" + merged)).isEqualTo(golden(nodes.here, "crm", "C" + survivor));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> street(nodes, Integer.parseInt(survivor)).equals("1 rue Neuve"));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> nodes
                            .here
                            .connectors()
                            .ledger()
                            .find(Optional.of("accounting"), Optional.of(DeliveryState.PENDING), 0, 10)
                            .stream()
                            .anyMatch(waiting -> waiting.recordKey().equals("K" + merged)
                                    && waiting.reason().contains("under another customer")));

            nodes.accounting.letGo();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> street(nodes, Integer.parseInt(merged)).equals("1 rue Neuve"));
            awaitSettled(nodes);
            assertThat(street(nodes, Integer.parseInt(merged))).isEqualTo("1 rue Neuve");
        }
    }

    private static void awaitSettled(TwoNodes nodes) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> nodes.here.count("select count(*) from delivery where state in ('PENDING', 'SENT')") == 0
                        && nodes.here.count("select count(*) from delivery_flight") == 0);
    }
}
