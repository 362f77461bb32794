package io.goldsmith.connect.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.StageProgress;
import io.goldsmith.connect.http.AccountingService.Fault;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.privacy.PrivacyRequest;
import io.goldsmith.mdm.privacy.RequestKind;
import io.goldsmith.mdm.privacy.Requests;
import io.goldsmith.mdm.privacy.Verification;
import io.goldsmith.mdm.source.Delivery;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The accounting service gets a second record of Anna Smith, or the CRM deletes her. */
class HttpOutcomeTest extends CrmAndService {

    private static final String RE_POINT = """
            on-merge:
                  then: re-point
                  set: {/state: duplicate}
                  survivor: /masterId
                  call: {path: "/customers/{to}/absorb/{from}", with: {/reason: "{from} is {to}"}}
            """;

    private final Instant soon = Instant.now().plusSeconds(60);

    @BeforeEach
    void annaIsInBoth() throws SQLException {
        crm.contact("C1", "Anna", "Smith", "1 rue A", "Paris", LocalDateTime.of(2024, 3, 4, 9, 0));
        customer("K1", "2024-03-02T09:00:00Z");
    }

    private void customer(String key, String at) {
        accounting.customer(key, "SMITH Anna", "c1@example.fr", "1, rue A", Instant.parse(at));
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
        load(RE_POINT);
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
        load(RE_POINT);
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
        load("on-delete: {then: delete}");
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
        load("on-delete: {then: delete}\nprivacy:\n  suppression-key: \"${file:secrets/password}\"");
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
