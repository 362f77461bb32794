package io.goldsmith.connect.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.StageProgress;
import io.goldsmith.connect.TestHub;
import io.goldsmith.connect.http.AccountingService;
import io.goldsmith.connect.http.AccountingService.Fault;
import io.goldsmith.connect.jdbc.Crm;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.privacy.PrivacyRequest;
import io.goldsmith.mdm.privacy.RequestKind;
import io.goldsmith.mdm.privacy.Requests;
import io.goldsmith.mdm.privacy.Verification;
import io.goldsmith.mdm.source.Delivery;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The accounting service gets a second record of Anna Smith, or the CRM deletes her. */
class HttpOutcomeTest {

    private static final String RE_POINT = """
            on-merge:
                  then: re-point
                  set: {/state: duplicate}
                  survivor: /masterId
                  call: {path: "/customers/{to}/absorb/{from}", with: {/reason: "{from} is {to}"}}
            """;

    @TempDir
    Path folder;

    private final Instant soon = Instant.now().plusSeconds(60);
    private Crm crm;
    private AccountingService accounting;
    private TestHub hub;

    @BeforeEach
    void start() throws SQLException, IOException {
        crm = Crm.start("crm" + System.nanoTime());
        crm.contact("C1", "Anna", "Smith", "1 rue A", "Paris", LocalDateTime.of(2024, 3, 4, 9, 0));
        accounting = AccountingService.start();
        customer("K1", "2024-03-02T09:00:00Z");
    }

    private void customer(String key, String at) {
        accounting.customer(key, "SMITH Anna", "c1@example.fr", "1, rue A", Instant.parse(at));
    }

    @AfterEach
    void close() {
        hub.close();
        accounting.close();
        crm.close();
    }

    private void open(String outcome) {
        hub = TestHub.open(
                folder.resolve("hub"), "connectors:\n" + crm.yaml() + accounting.yaml() + """
                replication:
                  accounting:
                    kind: http
                    source: accounting
                    mapping: accounting/customers
                    attributes: [street, postcode, town]
                    retry: {attempts: 3, first-delay: PT0.01S, longest-delay: PT0.02S}
                    %s
                """.formatted(outcome));
        hub.connectors().extractAll();
        hub.connectors().startReplicationFromHere();
    }

    private void annaIsThereTwice() {
        customer("K2", soon.toString());
        hub.connectors().extract("accounting");
    }

    private void crmDeletesAnna() {
        long run = hub.hub().runs().start("test").id();
        hub.hub()
                .intake()
                .land(
                        run,
                        List.of(new Delivery.RecordVersion(
                                "crm",
                                "C1",
                                Instant.now().truncatedTo(ChronoUnit.MICROS),
                                AttributeValues.none(),
                                true)));
        hub.hub().runs().done(run, Map.of());
        hub.connectors().settle("test");
    }

    private void settleUntilAcknowledged() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            hub.connectors().settle("test");
            return deliveries().get(0).state() == DeliveryState.ACKNOWLEDGED;
        });
    }

    private List<Delivered> deliveries() {
        return hub.connectors().ledger().find(Optional.of("accounting"), Optional.empty(), 0, 100);
    }

    private String field(String key, String name) {
        return accounting.customer(key).path(name).asString("");
    }

    private long drift(boolean repair) {
        return hub.connectors()
                .reconcile("accounting", new ReconciliationRequest(repair, false, 10), StageProgress.NONE)
                .drift();
    }

    @Test
    void theServiceIsAskedToMoveWhatHangsOnTheRecordUnderOneNumberAndTheRecordIsMarked() {
        open(RE_POINT);
        accounting.fail(Fault.NONE, Fault.NONE, Fault.LOST_ANSWER);
        annaIsThereTwice();
        settleUntilAcknowledged();

        assertThat(accounting.absorptions())
                .hasSizeGreaterThan(1)
                .containsOnly(accounting.absorptions().get(0))
                .allMatch(asked -> asked.endsWith(" /customers/K1/absorb/K2"));
        assertThat(field("K2", "state")).isEqualTo("duplicate");
        assertThat(field("K2", "masterId")).isEqualTo("K1");
        assertThat(field("K1", "state")).isEmpty();
        assertThat(accounting.puts()).hasSize(1);

        hub.connectors().extractAll();
        assertThat(accounting.puts()).as("no echo").hasSize(1);
        assertThat(drift(false)).isZero();
    }

    @Test
    void aMarkThatIsGoneIsDriftAndAnUnmergeEndsIt() {
        open(RE_POINT);
        annaIsThereTwice();
        settleUntilAcknowledged();
        customer("K2", soon.toString());
        assertThat(field("K2", "masterId")).isEmpty();

        assertThat(drift(true)).isEqualTo(1);
        settleUntilAcknowledged();
        assertThat(field("K2", "masterId")).isEqualTo("K1");

        hub.hub().decisions().unmerge(List.of(new RecordId("accounting", "K2")), "claire", "");
        hub.connectors().settle("test");
        settleUntilAcknowledged();
        assertThat(field("K2", "masterId")).isEmpty();
        assertThat(field("K2", "state")).isEmpty();
    }

    @Test
    void aRecordIsDeletedOnceUnderItsEtagThoughTheAnswerIsLost() {
        open("on-delete: {then: delete}");
        accounting.fail(Fault.CHANGED, Fault.NONE, Fault.NONE, Fault.LOST_ANSWER);
        crmDeletesAnna();
        settleUntilAcknowledged();

        assertThat(accounting.deletions()).containsExactly("K1");
        assertThat(hub.hub().goldenRecords().goldenOf(new RecordId("accounting", "K1")))
                .isEmpty();
        hub.connectors().extractAll();
        assertThat(deliveries()).hasSize(1);
    }

    @Test
    void anErasedCustomerIsNotDeletedByReplicationWhichReceiptsDo() {
        open("on-delete: {then: delete}\nprivacy:\n  suppression-key: \"${file:secrets/password}\"");
        Requests requests = hub.hub().privacy().requests();
        GoldenId anna =
                hub.hub().goldenRecords().goldenOf(new RecordId("crm", "C1")).orElseThrow();
        PrivacyRequest request = requests.receive(RequestKind.ERASURE, anna, "claire");
        request = requests.verify(request.id(), request.revision(), Verification.IN_PERSON, "claire");
        requests.fulfil(request.id(), request.revision(), "claire");
        hub.connectors().settle("test");

        assertThat(accounting.deletions()).isEmpty();
        assertThat(deliveries()).isEmpty();
    }
}
