package io.goldsmith.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.model.HubConfiguration;
import io.goldsmith.mdm.publish.ChangeEvent;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.stewardship.TaskKind;
import io.goldsmith.mdm.stewardship.TaskOpening;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a hub does by the clock alone. */
class ScheduledWorkTest {

    private static final RecordId MARTIN = new RecordId("crm", "1");
    private static final Instant JUNE = Instant.parse("2026-06-01T12:00:00Z");

    @TempDir
    private Path folder;

    private Hub hub;

    @BeforeEach
    void aCustomerWhoOrderedInMayAndATaskOfToday() throws IOException {
        TestHub.write(folder, """
                lifecycle: {attribute: lifecycle, inactive-after: P1Y}
                stewardship: {due-days: {data-quality: 10}}
                """);
        Path file = folder.resolve("goldsmith.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("model:\n  attributes:\n", "model:\n  attributes:\n    lifecycle: {type: code}\n"));
        hub = open(JUNE);
        hub.intake()
                .land(
                        1,
                        List.of(
                                new Delivery.RecordVersion(
                                        MARTIN.source(),
                                        MARTIN.key(),
                                        JUNE.minus(Duration.ofDays(90)),
                                        AttributeValues.of(Map.of("family_name", List.of("Martin"))),
                                        false),
                                new Delivery.Order(
                                        MARTIN.source(),
                                        "o1",
                                        MARTIN.key(),
                                        LocalDate.of(2026, 5, 10),
                                        BigDecimal.TEN,
                                        "")));
        try (Connectors connectors = Connectors.open(hub, hub.clock())) {
            connectors.settle("load of crm");
        }
        hub.store().inTransaction(transaction -> {
            new TaskOpening(hub.store())
                    .open(
                            transaction,
                            TaskKind.DATA_QUALITY,
                            "a phone",
                            golden().id(),
                            5,
                            "a phone that rings nowhere");
            return null;
        });
    }

    @AfterEach
    void close() {
        hub.close();
    }

    private Hub open(Instant now) {
        return Hub.open(HubConfiguration.read(folder), Clock.fixed(now, ZoneOffset.UTC));
    }

    private void reopen(Instant now) {
        hub.close();
        hub = open(now);
    }

    private GoldenRecord golden() {
        return hub.goldenRecords()
                .find(hub.goldenRecords().goldenOf(MARTIN).orElseThrow())
                .orElseThrow();
    }

    @Test
    void settlingEvaluatesWhatIsPastItsValidUntilAndTellsTheConsumers() {
        assertThat(golden().attributes().first("lifecycle")).contains("customer");
        reopen(Instant.parse("2027-05-10T00:00:00Z"));
        try (Connectors connectors = Connectors.open(hub, hub.clock())) {
            connectors.settle("nothing new");
        }

        assertThat(golden().attributes().first("lifecycle")).contains("inactive");
        List<ChangeEvent> events = hub.outbox().after(0, 100);
        assertThat(events.get(events.size() - 1).cause()).isEqualTo("passing of time");
    }

    @Test
    void aStartedHubRaisesOverdueTasks() {
        reopen(JUNE.plus(Duration.ofDays(11)));
        assertThat(hub.escalation().overdue(10)).hasSize(1);
        assertThat(hub.escalation().overdue(10).get(0).escalatedTo()).isEmpty();

        try (Connectors connectors = Connectors.open(hub, hub.clock())) {
            connectors.start();
            Awaitility.await()
                    .atMost(30, TimeUnit.SECONDS)
                    .until(() ->
                            hub.escalation().overdue(10).get(0).escalatedTo().isPresent());
        }

        assertThat(hub.escalation().overdue(10).get(0).escalatedTo()).contains("steward-lead");
    }
}
