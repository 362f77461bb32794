package io.goldsmith.connect.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.http.AccountingService.Fault;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.stewardship.TaskKind;
import io.goldsmith.mdm.stewardship.TaskState;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Dora is in the CRM only; the accounting service gets her address and no name, so that no score could tie her record to her. */
class HttpCreationTest extends CrmAndService {

    private static final RecordId DORA = new RecordId("crm", "C9");

    private void open(String create) {
        load("create: {" + create + "}");
    }

    private void doraMovesTo(String street) throws SQLException {
        crm.contact("C9", "Dora", "Marin", street, "Lyon", LocalDateTime.now(ZoneOffset.UTC));
        hub.connectors().extract("crm");
    }

    private GoldenId dora() {
        return hub.hub().goldenRecords().goldenOf(DORA).orElseThrow();
    }

    private List<RecordId> records() {
        return hub.hub().goldenRecords().find(dora()).orElseThrow().members();
    }

    private void isTiedAndThereOnce() {
        assertThat(accounting.keys()).containsExactly("N1");
        assertThat(records()).containsExactly(new RecordId("accounting", "N1"), DORA);
    }

    @Test
    void aNewRecordIsTiedAndUpdatedFromThenOn() throws SQLException {
        open("when: all, our-key: /externalId, with: {/kind: person}");
        doraMovesTo("9 rue D");
        isTiedAndThereOnce();
        assertThat(accounting.customer("N1").path("externalId").asString()).isEqualTo(dora().toString());
        assertThat(accounting.customer("N1").path("kind").asString()).isEqualTo("person");
        int version = hub.hub().goldenRecords().find(dora()).orElseThrow().version();

        hub.connectors().extractAll();
        assertThat(hub.hub().goldenRecords().find(dora()).orElseThrow().version())
                .isEqualTo(version);

        doraMovesTo("7 rue E");
        assertThat(accounting.customer("N1").at("/address/line1").asString()).isEqualTo("7 rue E");
        assertThat(accounting.puts()).hasSize(1);
        assertThat(deliveries()).extracting(Delivered::state).containsOnly(DeliveryState.ACKNOWLEDGED);
    }

    @Test
    void theKeyMayStandInTheLocation() throws SQLException {
        open("when: all, key-answer: /nowhere");
        doraMovesTo("9 rue D");

        isTiedAndThereOnce();
    }

    @Test
    void aLostAnswerIsAskedForAgainUnderTheSameIdempotencyKey() throws SQLException {
        open("when: all, idempotent: true");
        accounting.fail(Fault.LOST_ANSWER);
        doraMovesTo("9 rue D");
        settleUntilAcknowledged();

        assertThat(accounting.posts())
                .hasSizeGreaterThan(1)
                .containsOnly(accounting.posts().get(0));
        isTiedAndThereOnce();
    }

    @Test
    void aLostAnswerIsLookedUpByTheGoldenIdWhereTheServiceKnowsNoIdempotency() throws SQLException {
        accounting.forgetIdempotency();
        open("when: all, our-key: /externalId, lookup: \"/customers?externalId={id}\"");
        accounting.fail(Fault.NONE, Fault.LOST_ANSWER);
        doraMovesTo("9 rue D");
        settleUntilAcknowledged();

        assertThat(accounting.posts()).hasSize(1);
        isTiedAndThereOnce();
    }

    @Test
    void aLostAnswerThatNobodyCanFindIsAskedOfAPerson() throws SQLException {
        accounting.forgetIdempotency();
        open("when: all");
        accounting.fail(Fault.LOST_ANSWER);
        doraMovesTo("9 rue D");
        doraMovesTo("7 rue E");
        hub.connectors().settle("test");

        assertThat(accounting.keys()).hasSize(1);
        assertThat(deliveries().get(0).state()).isEqualTo(DeliveryState.DEAD);
        assertThat(hub.hub().tasks().queue(TaskState.OPEN, Optional.of(TaskKind.FAILED_DELIVERY), 0, 10))
                .singleElement()
                .satisfies(task -> assertThat(task.goldenId()).isEqualTo(dora()));
    }

    @Test
    void aBusyServiceAndOneThatIsDownAreTriedAgainWithoutAskingAnybody() throws SQLException, IOException {
        accounting.forgetIdempotency();
        open("when: all");
        accounting.fail(Fault.BUSY);
        doraMovesTo("9 rue D");
        settleUntilAcknowledged();

        isTiedAndThereOnce();
        assertThat(deliveries().get(0).attempts()).isEqualTo(2);
    }
}
