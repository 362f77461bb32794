package io.goldsmith.connect.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.StageProgress;
import io.goldsmith.connect.health.Condition;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.stewardship.Task;
import io.goldsmith.mdm.stewardship.TaskKind;
import io.goldsmith.mdm.stewardship.TaskState;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The customers move house in the CRM. */
abstract class JdbcTargetContract extends CrmAndTable {

    private List<Task> tasks() {
        return hub.hub().tasks().queue(TaskState.OPEN, Optional.of(TaskKind.REPLICATION_CONFLICT), 0, 10);
    }

    @Test
    void onlyTheColumnThatDiffersIsWrittenAndTheTimestampStays() throws SQLException {
        load();
        assertThat(deliveries()).isEmpty();

        annaMoves("9 rue B");

        assertThat(newest().state()).as(newest().reason()).isEqualTo(DeliveryState.ACKNOWLEDGED);
        assertThat(accounting.value(1, "STREET")).isEqualTo("9 rue B");
        assertThat(accounting.value(1, "UPDATED_AT")).startsWith("2024-03-04");
        assertThat(accounting.writes(1)).isEqualTo(1);
        assertThat(accounting.writes(2)).isZero();
    }

    @Test
    void anAttributeThatTheTargetMastersIsNeverWritten() throws SQLException {
        load();
        crm.execute(
                "update CONTACT set EMAIL = 'new@example.fr', STREET = '9 rue B', LAST_MODIFIED = ?"
                        + " where CONTACT_ID = 'C1'",
                now());
        hub.connectors().extract("crm");

        assertThat(anna().attributes().all("email")).contains("new@example.fr");
        assertThat(accounting.value(1, "STREET")).isEqualTo("9 rue B");
        assertThat(accounting.value(1, "EMAIL")).isEqualTo("c1@example.fr");
    }

    @Test
    void theTimestampMovesWhereThatIsWantedAndTheEchoChangesNothing() throws SQLException {
        load("set: {UPDATED_AT: now, UPDATED_BY: goldsmith, ROW_VERSION: next}");

        annaMoves("9 rue B");
        assertThat(accounting.value(1, "UPDATED_AT")).doesNotStartWith("2024-03-04");
        assertThat(accounting.value(1, "UPDATED_BY")).isEqualTo("goldsmith");
        assertThat(accounting.value(1, "ROW_VERSION")).isEqualTo("1");
        hub.connectors().extract("accounting");
        hub.connectors().extractAll();

        assertThat(hub.hub().goldenRecords().members(anna().id()).get(0).raw().all("street"))
                .as("the echo was landed")
                .containsExactly("9 rue B");
        assertThat(deliveries()).hasSize(1);
        assertThat(accounting.writes(1)).isEqualTo(1);
        assertThat(anna().provenance().get("address").record()).isEqualTo(new RecordId("crm", "C1"));
    }

    @Test
    void aWriteWhoseAnswerIsLostHappensOnce() throws SQLException {
        load();
        accounting.cable.loseAnswerOf("COMMIT", accounting.answersBeforeCommit);
        annaMoves("9 rue B");
        settleUntil(DeliveryState.ACKNOWLEDGED);

        assertThat(accounting.cable.isCut()).isTrue();
        assertThat(newest().attempts()).isGreaterThan(1);
        assertThat(accounting.value(1, "STREET")).isEqualTo("9 rue B");
        assertThat(accounting.writes(1)).isEqualTo(1);
    }

    @Test
    void aRepeatIsKnownByItsMessageEvenIfTheRowChangedMeanwhile() throws SQLException {
        load("on-conflict: overwrite", "deliveries-table: GOLDSMITH_DELIVERY");
        accounting.cable.loseAnswerOf("COMMIT", accounting.answersBeforeCommit);
        annaMoves("9 rue B");
        assertThat(accounting.cable.isCut()).isTrue();
        assertThat(newest().state()).isEqualTo(DeliveryState.PENDING);
        accounting.execute("update CUSTOMER set STREET = '5 rue Neuve' where ID = 1");
        settleUntil(DeliveryState.ACKNOWLEDGED);

        assertThat(accounting.value(1, "STREET")).isEqualTo("5 rue Neuve");
        assertThat(accounting.writes(1)).as("the hub's and the user's").isEqualTo(2);
        assertThat(accounting.ask("select count(*) from GOLDSMITH_DELIVERY")).isEqualTo("1");
    }

    @Test
    void aPackThatIsCutHalfWayIsWrittenAsAWholeLater() throws SQLException {
        load("deliveries-table: GOLDSMITH_DELIVERY");
        move(1, "9 rue B");
        move(2, "8 rue B");
        crm.execute(
                "update CONTACT set BIRTHDATE = date '1981-06-18', LAST_MODIFIED = ? where CONTACT_ID = 'C3'", now());
        accounting.cable.cutBefore("insert into GOLDSMITH_DELIVERY");
        hub.connectors().extract("crm");
        assertThat(accounting.cable.isCut()).isTrue();
        assertThat(accounting.value(1, "STREET")).isEqualTo("1 RUE A");
        settleUntil(DeliveryState.ACKNOWLEDGED);

        assertThat(deliveries()).hasSize(3);
        assertThat(List.of(accounting.writes(1), accounting.writes(2), accounting.writes(3)))
                .containsExactly(1, 1, 1);
        assertThat(accounting.value(3, "BORN")).isEqualTo("1981-06-18");
        assertThat(accounting.ask("select count(*) from GOLDSMITH_DELIVERY")).isEqualTo("3");
    }

    @Test
    void aTargetThatIsDownKillsNoDeliveryHoweverLongItIs() throws SQLException {
        load();
        accounting.cable.unplug();
        annaMoves("9 rue B");
        move(2, "8 rue B");
        hub.connectors().extract("crm");
        for (int i = 0; i < 3; i++) {
            Awaitility.await().until(() -> {
                hub.connectors().settle("test");
                return writing().state() == Condition.State.OPEN;
            });
            Instant opened = writing().since();
            Awaitility.await().until(() -> {
                hub.connectors().settle("test");
                return writing().since().isAfter(opened);
            });
        }
        assertThat(deliveries()).hasSize(2).allSatisfy(delivery -> {
            assertThat(delivery.state()).isEqualTo(DeliveryState.PENDING);
            assertThat(delivery.attempts()).isLessThanOrEqualTo(1);
            assertThat(delivery.reason()).contains("CUSTOMER", "no answer").doesNotContain("rue");
        });
        assertThat(writing().lastFailure().orElseThrow())
                .contains("CUSTOMER", "no answer")
                .doesNotContain("rue");

        accounting.cable.plugIn();
        settleUntil(DeliveryState.ACKNOWLEDGED);
        assertThat(accounting.writes(1)).isEqualTo(1);
    }

    @Test
    void aRowThatChangedThereIsNotWrittenOverUntilAStewardSaysSo() throws SQLException {
        load();
        accounting.execute("update CUSTOMER set STREET = '5 rue Neuve' where ID = 1");
        annaMoves("9 rue B");
        assertThat(newest().state()).isEqualTo(DeliveryState.CONFLICT);
        assertThat(accounting.value(1, "STREET")).isEqualTo("5 rue Neuve");

        Task task = tasks().get(0);
        hub.hub().stewardship().accept(task.id(), task.revision(), "claire", "");
        settleUntil(DeliveryState.ACKNOWLEDGED);
        assertThat(accounting.value(1, "STREET")).isEqualTo("9 rue B");
    }

    @Test
    void oneRowThatIsRefusedHindersNoOther() throws SQLException {
        load();
        move(1, "9 rue B");
        move(2, "123 boulevard de la Grande Armée");
        accounting.execute("delete from CUSTOMER where ID = 3");
        move(3, "7 rue B");
        hub.connectors().extract("crm");

        assertThat(accounting.value(1, "STREET")).isEqualTo("9 rue B");
        assertThat(accounting.value(2, "STREET")).isEqualTo("2 RUE A");
        assertThat(deliveries()).anySatisfy(refused -> {
            assertThat(refused.recordKey()).isEqualTo("2");
            assertThat(refused.state()).isEqualTo(DeliveryState.REFUSED);
            assertThat(refused.reason()).contains("SQL state 22001").doesNotContain("boulevard");
        });
        assertThat(deliveries()).anySatisfy(gone -> {
            assertThat(gone.recordKey()).isEqualTo("3");
            assertThat(gone.state()).isEqualTo(DeliveryState.REFUSED);
        });
    }

    @Test
    void aRestoredBackupIsFoundAndRepairedOnce() throws SQLException {
        load();
        annaMoves("9 rue B");
        accounting.execute("update CUSTOMER set STREET = '1 RUE A' where ID = 1");

        ReconciliationReport report = reconcile(true);
        hub.connectors().settle("test");

        assertThat(report.drift()).isEqualTo(1);
        assertThat(accounting.value(1, "STREET")).isEqualTo("9 rue B");
        assertThat(reconcile(false).drift()).isZero();
    }

    private Condition writing() {
        return hub.connectors().health().stream()
                .filter(system -> system.system().equals("accounting"))
                .findFirst()
                .orElseThrow()
                .targets()
                .get("accounting");
    }

    private ReconciliationReport reconcile(boolean repair) {
        return hub.connectors()
                .reconcile("accounting", new ReconciliationRequest(repair, false, 10), StageProgress.NONE);
    }
}
