package io.goldsmith.connect.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.ExtractionReport;
import io.goldsmith.mdm.run.RunState;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** One of two nodes is killed in the middle of its work. */
class KilledNodeTest extends OneKafka {

    private static final int ROWS = 20_000;

    /** The most that this node may have landed and not counted yet: what is beyond it the other has landed. */
    private static final int UNCOUNTED = 4_000;

    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 6, 1, 8, 0);

    @Test
    void whatItHadToLandIsLandedByTheOtherAndNothingTwice() throws Exception {
        try (TwoNodes nodes = new TwoNodes(folder, kafka, "killed")) {
            nodes.contacts(1, 1, MONDAY);
            nodes.here = nodes.open("here");
            assertThat(nodes.here.connectors().land("crm").counts().landed()).isEqualTo(1);
            nodes.contacts(2, ROWS + 1, MONDAY.plusMinutes(1));
            Process other = nodes.serve("there");
            CompletableFuture<ExtractionReport> report;
            try {
                nodes.awaitMembers(".landing", 4);
                report = CompletableFuture.supplyAsync(
                        () -> nodes.here.connectors().land("crm"));
                Awaitility.await()
                        .pollInterval(Duration.ofMillis(10))
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> nodes.here.count("select count(*) from source_record")
                                        - TwoNodes.figure(nodes.here, "goldsmith.scaleout.landed")
                                > UNCOUNTED);
            } finally {
                other.destroyForcibly().waitFor();
            }

            assertThat(report.join().state()).isEqualTo(RunState.DONE);
            assertThat(report.join().counts().landed()).isEqualTo(ROWS);
            assertThat(nodes.here.count("select count(*) from source_record")).isEqualTo(ROWS + 1);
            assertThat(nodes.here.count("select count(*) from source_record_version"))
                    .isEqualTo(ROWS + 1);
            assertThat(TwoNodes.figure(nodes.here, "goldsmith.scaleout.landed")).isLessThan(ROWS + 1);
        }
    }

    @Test
    void whatItHadToDeliverIsDeliveredByTheOtherAndNothingTwice() throws Exception {
        int customers = 150;
        try (TwoNodes nodes =
                new TwoNodes(folder, kafka, "heir").replicating("").patience("PT2S")) {
            nodes.customers(customers);
            nodes.here = nodes.open("here");
            nodes.here.connectors().extractAll();
            nodes.here.connectors().startReplicationFromHere();
            nodes.here.connectors().start();
            Process other = nodes.serve("there");
            try {
                nodes.awaitMembers(".replication", 2);
                nodes.move(" rue B");
                nodes.here.connectors().extract("crm");
                Awaitility.await()
                        .pollInterval(Duration.ofMillis(10))
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> nodes.accounting.puts().size()
                                > TwoNodes.figure(nodes.here, "goldsmith.scaleout.sent") + 10);
            } finally {
                other.destroyForcibly().waitFor();
            }

            Awaitility.await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
                for (int number = 1; number <= customers; number++) {
                    assertThat(nodes.accounting
                                    .customer("K" + number)
                                    .at("/address/line1")
                                    .asString())
                            .isEqualTo(number + " rue B");
                }
            });
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> nodes.here.count("select count(*) from delivery where state <> 'ACKNOWLEDGED'") == 0);
            assertThat(nodes.accounting.puts()).doesNotHaveDuplicates().hasSize(customers);
            assertThat(nodes.here.count("select count(*) from delivery_flight")).isZero();
        }
    }
}
