package io.goldsmith.connect.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.HubDatabase;
import io.goldsmith.connect.http.AccountingService;
import io.goldsmith.connect.http.AccountingService.Fault;
import io.goldsmith.mdm.stewardship.Task;
import io.goldsmith.mdm.stewardship.TaskState;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounting's own user changes Anna's address, and the hub has not extracted that yet when another address goes out. */
abstract class ConflictContract {

    @TempDir
    private Path folder;

    private ThreeSystems systems;

    abstract HubDatabase database();

    @AfterEach
    void close() {
        systems.close();
    }

    private void load(String onConflict) {
        systems = ThreeSystems.loaded(folder, database(), onConflict);
    }

    private void bothMove() {
        systems.accounting.move("K1", "9 rue Neuf", Instant.now().plusSeconds(60));
        systems.annaMovesInTheCrm("2 rue B");
    }

    @Test
    void nothingIsWrittenOverAndOneTaskAsks() {
        load("");
        bothMove();
        systems.annaMovesInTheCrm("3 rue C");
        systems.settle();

        assertThat(systems.streetInAccounting("K1")).isEqualTo("9 rue Neuf");
        assertThat(systems.accounting.puts()).isEmpty();
        assertThat(systems.newest("accounting").state()).isEqualTo(DeliveryState.CONFLICT);
        assertThat(systems.tasks(TaskState.OPEN)).singleElement().satisfies(task -> {
            assertThat(task.goldenId()).isEqualTo(systems.anna().id());
            assertThat(task.details()).contains("accounting", "K1", "street", "postcode, street, town");
            assertThat(task.details()).doesNotContain("rue");
        });
    }

    @Test
    void theTaskIsObsoleteOnceTheChangeIsExtractedAndTheNewestAddressIsEverywhere() throws Exception {
        load("task");
        bothMove();
        systems.hub.connectors().extract("accounting");

        assertThat(systems.tasks(TaskState.OPEN)).isEmpty();
        assertThat(systems.tasks(TaskState.OBSOLETE)).hasSize(1);
        assertThat(systems.anna().attributes().all("street")).containsExactly("9 rue Neuf");
        assertThat(systems.accounting.puts()).isEmpty();
        assertThat(systems.erp.updates()).hasSize(2);
        assertThat(systems.newest("accounting").state()).isEqualTo(DeliveryState.SUPERSEDED);
    }

    @Test
    void theRulesDecideOnceTheChangeIsExtractedEvenIfTheyDecideAgainstIt() {
        load("task");
        systems.accounting.move("K1", "9 rue Neuf", Instant.now().minusMillis(1));
        systems.annaMovesInTheCrm("2 rue B");
        assertThat(systems.newest("accounting").state()).isEqualTo(DeliveryState.CONFLICT);

        systems.hub.connectors().extract("accounting");

        assertThat(systems.anna().attributes().all("street")).containsExactly("2 rue B");
        assertThat(systems.streetInAccounting("K1")).isEqualTo("2 rue B");
        assertThat(systems.accounting.puts()).hasSize(1);
        assertThat(systems.tasks(TaskState.OPEN)).isEmpty();
    }

    @Test
    void aStewardLetsTheGoldenValuesBeWritten() {
        load("task");
        bothMove();
        Task task = systems.tasks(TaskState.OPEN).get(0);

        systems.hub.hub().stewardship().accept(task.id(), task.revision(), "claire", "");
        systems.settle();

        assertThat(systems.streetInAccounting("K1")).isEqualTo("2 rue B");
        assertThat(systems.newest("accounting").state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
        assertThat(systems.accounting.puts()).hasSize(1);
    }

    @Test
    void aStewardLeavesTheTargetWhatItHasUntilTheNextChange() {
        load("task");
        bothMove();
        Task task = systems.tasks(TaskState.OPEN).get(0);

        systems.hub.hub().stewardship().reject(task.id(), task.revision(), "claire", "");
        systems.settle();
        assertThat(systems.newest("accounting").state()).isEqualTo(DeliveryState.KEPT);
        assertThat(systems.accounting.puts()).isEmpty();

        systems.annaMovesInTheCrm("3 rue C");
        assertThat(systems.newest("accounting").state()).isEqualTo(DeliveryState.CONFLICT);
        assertThat(systems.tasks(TaskState.OPEN)).extracting(Task::id).containsExactly(task.id());
    }

    @Test
    void keepLeavesTheWholeAddressAndWritesTheRest() throws SQLException {
        load("keep");
        systems.accounting.move("K1", "9 rue Neuf", Instant.now().plusSeconds(60));
        systems.crm.execute(
                "update CONTACT set STREET = '2 rue B', ZIP = '69001', BIRTHDATE = date '1981-06-18', LAST_MODIFIED = ?",
                LocalDateTime.now());
        systems.hub.connectors().extract("crm");

        assertThat(systems.accounting.customer("K1").at("/birthDate").asString())
                .isEqualTo("1981-06-18");
        assertThat(systems.streetInAccounting("K1")).isEqualTo("9 rue Neuf");
        assertThat(systems.accounting.customer("K1").at("/address/zip").asString())
                .isEqualTo("75001");
        assertThat(systems.newest("accounting").state()).isEqualTo(DeliveryState.KEPT);
        assertThat(systems.newest("accounting").reason()).contains("postcode, street, town");
        assertThat(systems.tasks(TaskState.OPEN)).isEmpty();
    }

    @Test
    void overwriteLooksAtNothing() {
        load("overwrite");
        bothMove();

        assertThat(systems.streetInAccounting("K1")).isEqualTo("2 rue B");
        assertThat(systems.newest("accounting").state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
    }

    @Test
    void whatTheHubWroteItselfIsNoConflictEvenIfTheAnswerWasLost() {
        load("task");
        systems.accounting.fail(Fault.NONE, Fault.LOST_ANSWER);
        systems.annaMovesInTheCrm("2 rue B");
        assertThat(systems.streetInAccounting("K1")).isEqualTo("2 rue B");

        systems.annaMovesInTheCrm("3 rue C");

        assertThat(systems.streetInAccounting("K1")).isEqualTo("3 rue C");
        assertThat(systems.newest("accounting").state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
        assertThat(systems.accounting.puts()).hasSize(2);
    }

    @Test
    void aTargetThatSpellsWhatItIsGivenItsOwnWayChangesNothing() {
        load("task");
        systems.annaMovesInTheCrm("2 rue B");
        systems.accounting.move("K1", "2, RUE B", Instant.now());

        systems.annaMovesInTheCrm("3 rue C");

        assertThat(systems.streetInAccounting("K1")).isEqualTo("3 rue C");
        assertThat(systems.tasks(TaskState.OPEN)).isEmpty();
    }

    @Test
    void aConflictThatBecameADeadLetterAsksNoMore() {
        load("task");
        bothMove();
        assertThat(systems.tasks(TaskState.OPEN)).hasSize(1);

        systems.accounting.fail(AccountingService.Fault.GARBAGE, AccountingService.Fault.GARBAGE);
        systems.annaMovesInTheCrm("3 rue C");
        Awaitility.await().until(() -> {
            systems.settle();
            return systems.newest("accounting").state() == DeliveryState.DEAD;
        });
        systems.settle();

        assertThat(systems.tasks(TaskState.OPEN)).isEmpty();
        assertThat(systems.tasks(TaskState.OBSOLETE)).hasSize(1);
    }

    @Test
    void whoPutsTheOldValueBackMeansIt() {
        load("task");
        systems.annaMovesInTheCrm("2 rue B");
        systems.accounting.move("K1", "1, rue A", Instant.now());

        systems.annaMovesInTheCrm("3 rue C");

        assertThat(systems.streetInAccounting("K1")).isEqualTo("1, rue A");
        assertThat(systems.tasks(TaskState.OPEN)).hasSize(1);
    }

    @Test
    void twoSystemsThatChangeAtOnceEndWithTheNewerChangeAndNothingIsEchoed() throws Exception {
        load("task");
        Instant now = Instant.now();
        systems.crm.execute(
                "update CONTACT set STREET = '2 rue B', LAST_MODIFIED = ?",
                LocalDateTime.ofInstant(now.minusSeconds(1), ZoneOffset.UTC));
        systems.accounting.move("K1", "9 rue Neuf", now);
        systems.hub.connectors().extractAll();
        systems.hub.connectors().extractAll();

        assertThat(systems.anna().attributes().all("street")).containsExactly("9 rue Neuf");
        assertThat(systems.streetInAccounting("K1")).isEqualTo("9 rue Neuf");
        assertThat(systems.accounting.puts()).isEmpty();
        assertThat(systems.erp.update().get(1)).contains("9 rue Neuf");
        assertThat(systems.tasks(TaskState.OPEN)).isEmpty();
    }

    @Test
    void aWriteThatArrivesLateIsNoChangeOfTheTargetsOwn() throws Exception {
        load("task");
        systems.accounting.fail(Fault.BUSY, Fault.BUSY);
        systems.annaMovesInTheCrm("2 rue B");
        systems.crm.execute("update CONTACT set STREET = '3 rue C', LAST_MODIFIED = ?", LocalDateTime.now());
        Awaitility.await().until(() -> {
            systems.settle();
            return systems.streetInAccounting("K1").equals("2 rue B");
        });
        systems.hub.connectors().extract("accounting");

        systems.accounting.fail(Fault.NONE, Fault.BUSY);
        systems.hub.connectors().extract("crm");
        assertThat(systems.streetInAccounting("K1"))
                .as("the next is on its way")
                .isEqualTo("2 rue B");
        systems.erp.export("clients-002.csv", "E1", "3 RUE C", "2024-03-09T09:00:00");
        systems.hub.connectors().extract("erp");
        assertThat(systems.anna().attributes().all("street")).containsExactly("3 rue C");

        Awaitility.await().until(() -> {
            systems.settle();
            return systems.streetInAccounting("K1").equals("3 rue C");
        });
        systems.hub.connectors().extractAll();
        assertThat(systems.anna().attributes().all("street")).containsExactly("3 rue C");
    }
}
