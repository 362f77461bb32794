package io.goldsmith.connect.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.StageProgress;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.stewardship.Task;
import io.goldsmith.mdm.stewardship.TaskKind;
import io.goldsmith.mdm.stewardship.TaskState;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The table of the accounting system gets a second row of Anna Smith, or the CRM deletes her. */
abstract class OutcomeContract extends CrmAndTable {

    private static final String FLAG =
            "on-merge: {then: flag, set: {UPDATED_BY: duplicate}, survivor: MERGED_INTO, undo: {UPDATED_BY: active}}";

    private static final String MOVE_ORDERS = "on-merge: {then: re-point, survivor: MERGED_INTO, statements:"
            + " [\"update INVOICE set CUSTOMER_ID = {to} where CUSTOMER_ID = {from}\"]}";

    private void annaIsThereTwice() throws SQLException {
        accounting.customer(4, "Anna", "Smith", "1 RUE A", now());
        hub.connectors().extract("accounting");
        assertThat(anna().members()).contains(row(1), row(4));
    }

    private static RecordId row(int id) {
        return new RecordId("accounting", Integer.toString(id));
    }

    private String mergedInto(int id) throws SQLException {
        return accounting.value(id, "MERGED_INTO");
    }

    private String status(int id) throws SQLException {
        return accounting.value(id, "UPDATED_BY");
    }

    private void crmDeletes(String key) {
        land(new Delivery.RecordVersion(
                "crm", key, Instant.now().truncatedTo(ChronoUnit.MICROS), AttributeValues.none(), true));
    }

    private void land(Delivery.RecordVersion version) {
        long run = hub.hub().runs().start("test").id();
        hub.hub().intake().land(run, List.of(version));
        hub.hub().runs().done(run, Map.of());
        hub.connectors().settle("test");
    }

    private boolean isThere(int id) throws SQLException {
        return accounting.ask("select count(*) from CUSTOMER where ID = " + id).equals("1");
    }

    private long drift(boolean repair) {
        return hub.connectors()
                .reconcile("accounting", new ReconciliationRequest(repair, false, 10), StageProgress.NONE)
                .drift();
    }

    @Test
    void theRowThatIsKnownLongestGoesOnAndTheOtherIsMarkedOnce() throws SQLException {
        load(FLAG);
        annaIsThereTwice();

        assertThat(mergedInto(4)).isEqualTo("1");
        assertThat(status(4)).isEqualTo("duplicate");
        assertThat(mergedInto(1)).isNull();
        assertThat(status(1)).isNull();
        assertThat(deliveries()).extracting(Delivered::recordKey).containsExactly("4");

        hub.connectors().extractAll();
        hub.connectors().settle("again");
        assertThat(accounting.writes(4)).isEqualTo(1);
        assertThat(accounting.writes(1)).isZero();
    }

    @Test
    void anUnmergeTakesTheMarksBack() throws SQLException {
        load(FLAG);
        annaIsThereTwice();

        hub.hub().decisions().unmerge(List.of(row(4)), "claire", "another Anna Smith");
        settleUntil(DeliveryState.ACKNOWLEDGED);

        assertThat(mergedInto(4)).isNull();
        assertThat(status(4)).isEqualTo("active");
        assertThat(accounting.writes(4)).isEqualTo(2);
        assertThat(accounting.writes(1)).isZero();
        assertThat(drift(false)).isZero();
    }

    @Test
    void withoutTheKeyBothHaveTheGoldenValuesAndNoMark() throws SQLException {
        load();
        annaIsThereTwice();
        annaMoves("9 rue B");

        assertThat(List.of(accounting.value(1, "STREET"), accounting.value(4, "STREET")))
                .containsOnly("9 rue B");
        assertThat(mergedInto(4)).isNull();
    }

    @Test
    void aMarkAndGoldenValuesGoInOneWrite() throws SQLException {
        load(FLAG);
        accounting.customer(4, "Anna", "Smith", "1 RUE A", now());
        move(1, "9 rue B");
        hub.connectors().extractAll();
        settleUntil(DeliveryState.ACKNOWLEDGED);

        assertThat(accounting.value(4, "STREET")).isEqualTo("9 rue B");
        assertThat(mergedInto(4)).isEqualTo("1");
    }

    @Test
    void aMarkThatWasLostThereIsDriftAndIsRepaired() throws SQLException {
        load(FLAG);
        annaIsThereTwice();
        assertThat(drift(false)).isZero();
        accounting.execute("update CUSTOMER set MERGED_INTO = null where ID = 4");

        assertThat(drift(true)).isEqualTo(1);
        settleUntil(DeliveryState.ACKNOWLEDGED);

        assertThat(mergedInto(4)).isEqualTo("1");
        assertThat(drift(false)).isZero();
    }

    @Test
    void rowsThatWereOneCustomerBeforeReplicationStartedAreMarkedByARepair() throws SQLException {
        accounting.customer(4, "Anna", "Smith", "1 RUE A", now());
        load(FLAG);
        hub.connectors().settle("test");
        assertThat(deliveries()).isEmpty();

        assertThat(drift(true)).isEqualTo(1);
        settleUntil(DeliveryState.ACKNOWLEDGED);

        assertThat(List.of(mergedInto(4), status(4))).containsExactly("1", "duplicate");
        assertThat(mergedInto(1)).isNull();
        assertThat(drift(false)).isZero();
    }

    @Test
    void whatHangsOnTheRowIsMovedInTheTransactionOfTheMark() throws SQLException {
        accounting.execute("create table INVOICE (ID integer primary key, CUSTOMER_ID integer)");
        accounting.execute("insert into INVOICE values (7, 4)");
        accounting.execute("grant select, update on INVOICE to WRITER");
        load(MOVE_ORDERS);
        accounting.cable.cutBefore("update CUSTOMER");
        annaIsThereTwice();
        assertThat(accounting.cable.isCut()).isTrue();
        assertThat(accounting.ask("select CUSTOMER_ID from INVOICE where ID = 7"))
                .as("rolled back with the mark")
                .isEqualTo("4");
        settleUntil(DeliveryState.ACKNOWLEDGED);

        assertThat(accounting.ask("select CUSTOMER_ID from INVOICE where ID = 7"))
                .isEqualTo("1");
        assertThat(mergedInto(4)).isEqualTo("1");
        assertThat(accounting.writes(4)).isEqualTo(1);
    }

    @Test
    void aRowIsDeletedOnceWhenNoOtherSystemHasTheCustomer() throws SQLException {
        load("on-delete: {then: delete}", "deliveries-table: GOLDSMITH_DELIVERY");
        accounting.cable.loseAnswerOf("COMMIT", accounting.answersBeforeCommit);
        crmDeletes("C1");
        settleUntil(DeliveryState.ACKNOWLEDGED);

        assertThat(isThere(1)).isFalse();
        assertThat(isThere(2)).isTrue();
        assertThat(hub.hub().goldenRecords().goldenOf(row(1))).isEmpty();
        assertThat(accounting.ask("select count(*) from GOLDSMITH_DELIVERY")).isEqualTo("1");

        hub.connectors().extractAll();
        assertThat(deliveries()).hasSize(1);
        assertThat(drift(false)).isZero();
    }

    @Test
    void aRowThatChangedThereIsNotDeletedUntilAStewardSaysSo() throws SQLException {
        load("on-delete: {then: delete, in: [crm]}");
        accounting.execute("update CUSTOMER set STREET = '5 rue Neuve' where ID = 1");
        crmDeletes("C1");
        assertThat(newest().state()).isEqualTo(DeliveryState.CONFLICT);
        assertThat(isThere(1)).isTrue();

        accept();
        settleUntil(DeliveryState.ACKNOWLEDGED);
        assertThat(isThere(1)).isFalse();
    }

    @Test
    void aStewardIsAskedBeforeADeletionWhereThatIsSaid() throws SQLException {
        load("on-delete: {then: task}");
        crmDeletes("C1");
        crmDeletes("C2");
        assertThat(deliveries()).extracting(Delivered::state).containsOnly(DeliveryState.CONFLICT);
        assertThat(tasks())
                .hasSize(2)
                .allSatisfy(task -> assertThat(task.details()).contains("deleted elsewhere"));

        Task anna = tasks().stream()
                .filter(task -> task.goldenId().equals(goldenOf(1)))
                .findFirst()
                .orElseThrow();
        Task bruno = tasks().stream()
                .filter(task -> task.id() != anna.id())
                .findFirst()
                .orElseThrow();
        hub.hub().stewardship().accept(anna.id(), anna.revision(), "claire", "");
        hub.hub().stewardship().reject(bruno.id(), bruno.revision(), "claire", "");
        settleUntil(DeliveryState.ACKNOWLEDGED, DeliveryState.KEPT);

        assertThat(isThere(1)).isFalse();
        assertThat(isThere(2)).isTrue();
    }

    @Test
    void aMarkOfADeletionIsTakenBackWhenTheCustomerComesBack() throws SQLException {
        load("on-delete: {then: flag, set: {UPDATED_BY: closed}}");
        crmDeletes("C1");
        settleUntil(DeliveryState.ACKNOWLEDGED);
        assertThat(status(1)).isEqualTo("closed");

        crm.execute("update CONTACT set LAST_MODIFIED = ? where CONTACT_ID = 'C1'", now().plusSeconds(1));
        hub.connectors().extract("crm");
        settleUntil(DeliveryState.ACKNOWLEDGED);

        assertThat(anna().members()).contains(row(1));
        assertThat(status(1)).isNull();
        assertThat(accounting.writes(1)).isEqualTo(2);
    }

    @Test
    void aDeletionElsewhereIsNothingToATargetThatIsNotToldOfIt() throws SQLException {
        load("on-delete: {then: delete, in: [erp]}");
        crmDeletes("C1");
        hub.connectors().settle("test");

        assertThat(isThere(1)).isTrue();
        assertThat(deliveries()).isEmpty();
    }

    private GoldenId goldenOf(int id) {
        return hub.hub().goldenRecords().goldenOf(row(id)).orElseThrow();
    }

    private void accept() {
        Task task = tasks().get(0);
        hub.hub().stewardship().accept(task.id(), task.revision(), "claire", "");
    }

    private List<Task> tasks() {
        return hub.hub().tasks().queue(TaskState.OPEN, Optional.of(TaskKind.REPLICATION_CONFLICT), 0, 10);
    }
}
