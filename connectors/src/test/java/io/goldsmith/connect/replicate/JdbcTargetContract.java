package io.goldsmith.connect.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.StageProgress;
import io.goldsmith.connect.TestHub;
import io.goldsmith.connect.jdbc.Crm;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.stewardship.Task;
import io.goldsmith.mdm.stewardship.TaskKind;
import io.goldsmith.mdm.stewardship.TaskState;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anna, Bruno and Chloé are in a CRM and in the table of an accounting system, with the same addresses; then they move house. */
abstract class JdbcTargetContract {

    private static final LocalDateTime MONDAY = LocalDateTime.of(2024, 3, 4, 9, 0);

    @TempDir
    private Path folder;

    private Crm crm;
    private AccountingTable accounting;
    private TestHub hub;

    abstract AccountingTable start() throws SQLException;

    @BeforeEach
    void startSystems() throws SQLException {
        crm = Crm.start("crm" + System.nanoTime());
        accounting = start();
        int id = 1;
        for (String name : List.of("Anna Smith", "Bruno Rossi", "Chloé Dupont")) {
            String[] names = name.split(" ");
            crm.execute(
                    "insert into CONTACT values (?, ?, ?, date '1980-05-17', ?, '75001', 'Paris', ?, ?)",
                    "C" + id,
                    names[0],
                    names[1],
                    id + " rue A",
                    "c" + id + "@example.fr",
                    MONDAY);
            accounting.customer(id, names[0], names[1], id + " RUE A", MONDAY);
            id++;
        }
    }

    @AfterEach
    void close() {
        hub.close();
        accounting.close();
        crm.close();
    }

    private void load(String... more) {
        hub = TestHub.open(
                folder.resolve("hub"),
                "connectors:\n" + crm.yaml() + accounting.yaml() + """
                replication:
                  accounting:
                    kind: jdbc
                    source: accounting
                    mapping: accounting/customers
                    user: WRITER
                    password: "${file:secrets/password}"
                    timeout: PT2S
                    attributes: [street, postcode, town, birth_date, email]
                    masters: [email]
                    retry: {attempts: 3, first-delay: PT0.01S, longest-delay: PT0.02S}
                """
                        + String.join(
                                "",
                                List.of(more).stream()
                                        .map(line -> "    " + line + "\n")
                                        .toList()));
        hub.connectors().extractAll();
        hub.connectors().startReplicationFromHere();
    }

    private void move(int id, String street) throws SQLException {
        crm.execute("update CONTACT set STREET = ?, LAST_MODIFIED = ? where CONTACT_ID = ?", street, now(), "C" + id);
    }

    private static LocalDateTime now() {
        return LocalDateTime.now(ZoneOffset.UTC);
    }

    private void annaMoves(String street) throws SQLException {
        move(1, street);
        hub.connectors().extract("crm");
    }

    private GoldenRecord anna() {
        return hub.hub()
                .goldenRecords()
                .goldenOf(new RecordId("crm", "C1"))
                .flatMap(hub.hub().goldenRecords()::find)
                .orElseThrow();
    }

    private List<Delivered> deliveries() {
        return hub.connectors().ledger().find(Optional.of("accounting"), Optional.empty(), 0, 100);
    }

    private Delivered newest() {
        return deliveries().get(0);
    }

    private void settleUntil(DeliveryState state) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            hub.connectors().settle("test");
            return deliveries().stream().allMatch(delivery -> delivery.state() == state);
        });
    }

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
    void aTargetThatIsDownEndsAsDeadLetterAndIsReplayed() throws SQLException {
        load();
        accounting.cable.unplug();
        annaMoves("9 rue B");
        settleUntil(DeliveryState.DEAD);
        assertThat(newest().reason())
                .contains("CUSTOMER", "no answer", "3 attempts")
                .doesNotContain("rue");

        accounting.cable.plugIn();
        hub.connectors().replay("accounting");
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

    private ReconciliationReport reconcile(boolean repair) {
        return hub.connectors()
                .reconcile("accounting", new ReconciliationRequest(repair, false, 10), StageProgress.NONE);
    }
}
