package io.goldsmith.connect.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.ExtractionReport;
import io.goldsmith.mdm.run.RunState;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SharedLandingTest extends OneKafka {

    private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 6, 1, 8, 0);
    private static final String VERSIONS = "select count(*) from source_record_version";

    @Test
    void whatOneNodeExtractsBothLandAndEachRowOnce() throws Exception {
        try (TwoNodes nodes = new TwoNodes(folder, kafka, "both").openBoth()) {
            nodes.contacts(1, 1, MONDAY);
            assertThat(nodes.here.connectors().land("crm").counts().landed()).isEqualTo(1);
            nodes.contacts(2, 4_001, MONDAY.plusMinutes(1));
            nodes.awaitMembers(".landing", 4);

            ExtractionReport report = nodes.here.connectors().land("crm");

            assertThat(report.state()).isEqualTo(RunState.DONE);
            assertThat(report.counts().landed()).isEqualTo(4_000);
            assertThat(nodes.here.count(VERSIONS)).isEqualTo(4_001);
            double here = TwoNodes.figure(nodes.here, "goldsmith.scaleout.landed");
            double there = TwoNodes.figure(nodes.there, "goldsmith.scaleout.landed");
            assertThat(here).isPositive();
            assertThat(there).isPositive();
            assertThat(here + there).isEqualTo(4_001);
            assertThat(nodes.here.count("select count(*) from landed_part")).isZero();
            // The second time there is nothing but the overlap.
            assertThat(nodes.here.connectors().land("crm").counts().landed()).isZero();
        }
    }

    @Test
    void versionsOfARecordStayInTheirOrderAndWhatIsLandedIsRemovedFromTheTopic() throws Exception {
        try (TwoNodes nodes = new TwoNodes(folder, kafka, "order").openBoth()) {
            for (int round = 0; round < 5; round++) {
                nodes.contacts(1, 300, MONDAY.plusMinutes(round));
                nodes.crm.execute("update CONTACT set CITY = ?", "Paris " + round);
                assertThat(nodes.here.connectors().land("crm").counts().landed())
                        .isEqualTo(300);
            }
            assertThat(nodes.here.count("select count(*) from source_record where latest_version = 5"))
                    .isEqualTo(300);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () -> assertThat(kafka.messages("order.landing")).isZero());
        }
    }

    @Test
    void whatVanishesFromAFullExtractIsDeletedOnceAllOfItIsLanded() throws Exception {
        try (TwoNodes nodes =
                new TwoNodes(folder, kafka, "full").crm("full-extract: true").openBoth()) {
            nodes.contacts(1, 2_000, MONDAY);
            assertThat(nodes.here.connectors().land("crm").counts().landed()).isEqualTo(2_000);
            nodes.crm.execute("delete from CONTACT where CONTACT_ID in ('C7', 'C1711')");

            ExtractionReport report = nodes.here.connectors().land("crm");

            assertThat(report.message()).isEmpty();
            assertThat(report.counts().unchanged()).isEqualTo(1_998);
            assertThat(report.counts().vanished()).isEqualTo(2);
            assertThat(nodes.here.hub().sourceRecords().countLiveOf("crm")).isEqualTo(1_998);
        }
    }

    @Test
    void whatNoHubHasWrittenIsPassedOverAndWhatCannotBeReadWaitsInQuarantine() throws Exception {
        try (TwoNodes nodes =
                new TwoNodes(folder, kafka, "poison").partitions(1).openBoth()) {
            nodes.contacts(1, 10, MONDAY);
            assertThat(nodes.here.connectors().land("crm").counts().landed()).isEqualTo(10);
            ProducerRecord<String, byte[]> broken = new ProducerRecord<>("poison.landing", "crm\nC1", new byte[] {'{'});
            new HandedDelivery(
                            "a batch of nobody",
                            nodes.here.hub().runs().start("test").id(),
                            false,
                            new io.goldsmith.mdm.source.Delivery.Unreadable("crm", "", "", ""))
                    .message("poison.landing")
                    .headers()
                    .forEach(broken.headers()::add);
            kafka.send(List.of(new ProducerRecord<>("poison.landing", "a", new byte[] {'x'}), broken));
            nodes.contacts(11, 20, MONDAY.plusMinutes(1));

            assertThat(nodes.here.connectors().land("crm").counts().landed()).isEqualTo(10);

            assertThat(nodes.here.hub().quarantine().waiting(0, 10))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.origin()).startsWith("poison.landing-0@");
                        assertThat(entry.reasons().get(0)).contains("must hold a delivery as JSON");
                    });
        }
    }
}
