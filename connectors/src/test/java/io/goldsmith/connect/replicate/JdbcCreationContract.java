package io.goldsmith.connect.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.golden.StoryPosition;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.stewardship.Decision;
import io.goldsmith.mdm.stewardship.Task;
import io.goldsmith.mdm.stewardship.TaskKind;
import io.goldsmith.mdm.stewardship.TaskState;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Dora is in the CRM only; accounting gets her address and no name, so that no score could tie her record to her. */
abstract class JdbcCreationContract extends CrmAndTable {

    private static final RecordId DORA = new RecordId("crm", "C9");

    private static final String ALL = "create: {when: all}";

    private void loadAddresses(String... more) {
        load("[street, postcode, town]", more);
    }

    private void doraArrives() throws SQLException {
        crm.contact("C9", "Dora", "Marin", "9 rue D", "Lyon", now());
        hub.connectors().extract("crm");
    }

    private GoldenId dora() {
        return hub.hub().goldenRecords().goldenOf(DORA).orElseThrow();
    }

    private List<RecordId> records() {
        return hub.hub().goldenRecords().find(dora()).orElseThrow().members();
    }

    private int rowsOfDora() throws SQLException {
        return Integer.parseInt(accounting.ask("select count(*) from CUSTOMER where STREET = '9 rue D'"));
    }

    private String keyOfDora() throws SQLException {
        return accounting.ask("select ID from CUSTOMER where STREET = '9 rue D'");
    }

    private List<Task> tasks() {
        return hub.hub().tasks().queue(TaskState.OPEN, Optional.of(TaskKind.FAILED_DELIVERY), 0, 10);
    }

    @Test
    void nothingIsCreatedUnlessThatIsSaid() throws SQLException {
        loadAddresses();
        doraArrives();

        assertThat(rowsOfDora()).isZero();
        assertThat(deliveries()).isEmpty();
    }

    @Test
    void whoHasNoRecordThereGetsOneThatIsTiedWhateverItsScore() throws SQLException {
        loadAddresses(ALL, "set: {UPDATED_AT: now, ROW_VERSION: next}");
        doraArrives();
        int version = hub.hub().goldenRecords().find(dora()).orElseThrow().version();
        hub.connectors().extractAll();
        hub.connectors().settle("test");

        assertThat(rowsOfDora()).isEqualTo(1);
        assertThat(records()).containsExactly(new RecordId("accounting", keyOfDora()), DORA);
        assertThat(newest().recordKey()).isEqualTo(keyOfDora());
        assertThat(newest().state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
        assertThat(hub.hub().goldenRecords().find(dora()).orElseThrow().version())
                .as("the echo changed nothing")
                .isEqualTo(version);
        assertThat(hub.hub().stewardship().decisionsOf(dora())).singleElement().satisfies(decision -> {
            assertThat(decision.kind()).isEqualTo(Decision.Kind.LINK);
            assertThat(decision.madeBy()).isEqualTo("replication to accounting");
        });
        assertThat(hub.hub()
                        .goldenRecords()
                        .story(dora(), StoryPosition.BEGINNING, 100)
                        .toString())
                .contains("created in accounting by replication");
    }

    @Test
    void whatWasCreatedIsUpdatedWhenTheCustomerChanges() throws SQLException {
        loadAddresses(ALL);
        doraArrives();
        int key = Integer.parseInt(keyOfDora());
        crm.contact("C9", "Dora", "Marin", "7 rue E", "Lyon", now());
        hub.connectors().extract("crm");

        assertThat(accounting.value(key, "STREET")).isEqualTo("7 rue E");
        assertThat(accounting.writes(key)).isEqualTo(1);
        assertThat(deliveries()).extracting(Delivered::state).containsOnly(DeliveryState.ACKNOWLEDGED);
    }

    @Test
    void aLostAnswerIsFoundInTheTableOfDeliveries() throws SQLException {
        loadAddresses(ALL, "deliveries-table: GOLDSMITH_DELIVERY");
        accounting.cable.loseAnswerOf("COMMIT", accounting.answersBeforeCommit);
        doraArrives();
        settleUntil(DeliveryState.ACKNOWLEDGED);

        assertThat(accounting.cable.isCut()).isTrue();
        assertThat(rowsOfDora()).isEqualTo(1);
        assertThat(records()).hasSize(2);
    }

    @Test
    void aLostAnswerIsFoundByTheGoldenId() throws SQLException {
        loadAddresses("create: {when: all, our-key: OUR_ID, with: {FAMILY: inconnu}}");
        accounting.cable.loseAnswerOf("COMMIT", accounting.answersBeforeCommit);
        doraArrives();
        settleUntil(DeliveryState.ACKNOWLEDGED);

        assertThat(accounting.cable.isCut()).isTrue();
        assertThat(rowsOfDora()).isEqualTo(1);
        assertThat(records()).hasSize(2);
        assertThat(accounting.ask("select OUR_ID from CUSTOMER where FAMILY = 'inconnu'"))
                .isEqualTo(dora().toString());
    }

    @Test
    void aLostAnswerThatNobodyCanFindIsAskedOfAPersonAndNothingIsCreatedTwice() throws SQLException {
        loadAddresses(ALL);
        accounting.cable.loseAnswerOf("COMMIT", accounting.answersBeforeCommit);
        doraArrives();
        crm.contact("C9", "Dora", "Marin", "9 rue D", "Lyon 1", now());
        hub.connectors().extract("crm");

        assertThat(rowsOfDora()).isEqualTo(1);
        assertThat(newest().state()).isEqualTo(DeliveryState.DEAD);
        assertThat(tasks()).singleElement().satisfies(task -> {
            assertThat(task.goldenId()).isEqualTo(dora());
            assertThat(task.details()).contains("accounting", "replay").doesNotContain("rue");
        });

        accounting.execute("delete from CUSTOMER where STREET = '9 rue D'");
        hub.connectors().replay(newest().id());
        settleUntil(DeliveryState.ACKNOWLEDGED);
        assertThat(rowsOfDora()).isEqualTo(1);
        assertThat(tasks()).isEmpty();
    }

    @Test
    void aConnectionThatIsLostBeforeTheCommitCreatesNothingTwice() throws SQLException {
        loadAddresses(ALL);
        accounting.cable.cutBefore("COMMIT");
        doraArrives();

        // The hub cannot tell it from one whose answer was lost.
        assertThat(rowsOfDora()).isZero();
        assertThat(tasks()).hasSize(1);
    }

    @Test
    void aStewardTakesTheRecordAwayAndNoneIsCreatedInItsPlace() throws SQLException {
        loadAddresses(ALL);
        doraArrives();
        RecordId created = new RecordId("accounting", keyOfDora());
        hub.hub().decisions().unmerge(List.of(created), "claire", "");
        hub.connectors().settle("test");
        crm.contact("C9", "Dora", "Marin", "9 rue D", "Lyon 1", now());
        hub.connectors().extract("crm");

        assertThat(records()).containsExactly(DORA);
        assertThat(rowsOfDora()).isEqualTo(1);
        assertThat(accounting.ask("select CITY from CUSTOMER where STREET = '9 rue D'"))
                .isEqualTo("Lyon");
    }

    @Test
    void whatTheTargetDeletedIsNotForcedUponItAgain() throws SQLException {
        loadAddresses(ALL);
        accounting.execute("delete from CUSTOMER where ID = 1");
        long run = hub.hub().runs().start("test").id();
        hub.hub()
                .intake()
                .land(
                        run,
                        List.of(new Delivery.RecordVersion(
                                "accounting", "1", Instant.now(), AttributeValues.none(), true)));
        hub.connectors().settle("test");
        annaMoves("9 rue B");

        assertThat(anna().members()).containsExactly(new RecordId("crm", "C1"));
        assertThat(accounting.ask("select count(*) from CUSTOMER")).isEqualTo("2");
    }

    @Test
    void whoMayBeAnotherCustomerWaitsForTheSteward() throws SQLException {
        loadAddresses(ALL);
        crm.execute(
                "insert into CONTACT values ('C9', 'Hanna', 'Smith', date '1980-05-17', '9 rue D', '75001', 'Paris',"
                        + " null, ?)",
                now());
        hub.connectors().extract("crm");
        assertThat(rowsOfDora()).isZero();
        assertThat(newest().state()).isEqualTo(DeliveryState.PENDING);

        Task task = hub.hub()
                .tasks()
                .queue(TaskState.OPEN, Optional.of(TaskKind.POSSIBLE_DUPLICATE), 0, 10)
                .get(0);
        hub.hub().stewardship().accept(task.id(), task.revision(), "claire", "");
        settleUntil(DeliveryState.ACKNOWLEDGED, DeliveryState.SUPERSEDED);
        assertThat(accounting.ask("select count(*) from CUSTOMER")).isEqualTo("3");
    }

    @Test
    void onlyWhoPassesTheFilterIsCreated() throws SQLException {
        loadAddresses("create: {when: filter, where: {town: [Nantes]}, only-from: [crm]}");
        doraArrives();
        assertThat(rowsOfDora()).isZero();

        crm.contact("C9", "Dora", "Marin", "9 rue D", "Nantes", now());
        hub.connectors().extract("crm");
        assertThat(rowsOfDora()).isEqualTo(1);
    }
}
