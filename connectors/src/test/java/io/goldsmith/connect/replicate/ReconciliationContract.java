package io.goldsmith.connect.replicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.HubDatabase;
import io.goldsmith.connect.StageProgress;
import io.goldsmith.connect.http.AccountingService;
import io.goldsmith.connect.http.AccountingService.Fault;
import io.goldsmith.connect.replicate.ReconciliationReport.Repair;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.privacy.PrivacyRequest;
import io.goldsmith.mdm.privacy.RequestKind;
import io.goldsmith.mdm.privacy.Requests;
import io.goldsmith.mdm.privacy.Verification;
import io.goldsmith.mdm.run.RunState;
import io.goldsmith.mdm.stewardship.TaskState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in accounting, and in the ERP's files, compared with what the hub would write. */
abstract class ReconciliationContract {

    @TempDir
    private Path folder;

    private ThreeSystems systems;

    abstract HubDatabase database();

    @BeforeEach
    void load() {
        systems = ThreeSystems.loaded(folder, database());
    }

    @AfterEach
    void close() {
        systems.close();
    }

    private static Repair done(ReconciliationReport report) {
        return report.repair().orElseThrow();
    }

    @Test
    void nothingDriftedAfterTheFirstLoadNorAfterADelivery() {
        systems.annaMovesInTheCrm("2 rue B");
        ReconciliationReport report = systems.compare("accounting");

        assertThat(report.drift()).isZero();
        assertThat(report.isSettled()).isTrue();
        assertThat(report.equal()).isEqualTo(1);
        assertThat(systems.accounting.puts()).hasSize(1);
    }

    @Test
    void aChangeThatTheTargetMadeWithoutSayingSoIsFoundAndMendedOnce() {
        systems.annaMovesInTheCrm("2 rue B");
        systems.accounting.move("K1", "8 rue Muette", ThreeSystems.IN_MARCH);

        ReconciliationReport found = systems.compare("accounting");
        assertThat(found.different()).isEqualTo(1);
        assertThat(found.columns()).isEqualTo(Map.of("/address/line1", 1L));
        assertThat(found.drifted()).singleElement().satisfies(drift -> {
            assertThat(drift.kind()).isEqualTo(Drift.Kind.DIFFERENT);
            assertThat(drift.key()).isEqualTo("K1");
            assertThat(drift.goldenId()).contains(systems.anna().id());
            assertThat(drift.columns()).containsEntry("/address/line1", Optional.empty());
        });

        ReconciliationReport repaired = systems.repair("accounting");
        assertThat(repaired.isSettled()).isTrue();
        assertThat(systems.streetInAccounting("K1")).isEqualTo("2 rue B");
        assertThat(systems.repair("accounting").drift()).isZero();
        assertThat(systems.accounting.puts()).hasSize(2);
        systems.hub.connectors().extractAll();
        assertThat(systems.accounting.puts()).hasSize(2);
        assertThat(systems.erp.updates()).as("nothing is echoed").hasSize(1);
    }

    @Test
    void whatTheTargetChangedLaterThanTheHubKnowsIsLandedAndWins() throws Exception {
        systems.accounting.move("K1", "8 rue Neuve", ThreeSystems.IN_MARCH.plusSeconds(3 * 24 * 3600));
        assertThat(systems.hub.connectors().extract("accounting").counts().landed())
                .as("the watermark is past it")
                .isZero();

        ReconciliationReport report = systems.repair("accounting");

        assertThat(done(report).landed()).isEqualTo(1);
        assertThat(done(report).enqueued()).isZero();
        assertThat(report.isSettled()).isTrue();
        assertThat(systems.anna().attributes().all("street")).containsExactly("8 rue Neuve");
        assertThat(systems.accounting.puts()).isEmpty();
        assertThat(systems.erp.update().get(1)).contains("8 rue Neuve");
    }

    @Test
    void aRecordThatWasPutBackFromABackupIsWrittenAgain() {
        systems.annaMovesInTheCrm("2 rue B");
        systems.hub.connectors().extract("accounting");
        systems.accounting.customer("K1", "SMITH Anna", "anna@example.fr", "1, rue A", ThreeSystems.IN_MARCH);

        assertThat(systems.compare("accounting").different()).isEqualTo(1);
        ReconciliationReport report = systems.repair("accounting");

        assertThat(done(report).enqueued()).isEqualTo(1);
        assertThat(systems.streetInAccounting("K1")).isEqualTo("2 rue B");
        assertThat(systems.tasks(TaskState.OPEN)).isEmpty();
        assertThat(systems.compare("accounting").drift()).isZero();
    }

    @Test
    void aDeadLetterIsDriftWithItsReasonAndIsDeliveredByARepair() throws Exception {
        systems.accounting.fail(AccountingService.Fault.GARBAGE, AccountingService.Fault.GARBAGE);
        systems.annaMovesInTheCrm("2 rue B");
        Awaitility.await().until(() -> {
            systems.settle();
            return systems.newest("accounting").state() == DeliveryState.DEAD;
        });

        ReconciliationReport found = systems.compare("accounting");
        assertThat(found.drifted())
                .singleElement()
                .satisfies(
                        drift -> assertThat(drift.ledger()).startsWith("DEAD: ").contains("JSON object"));

        assertThat(done(systems.repair("accounting")).enqueued()).isEqualTo(1);
        assertThat(systems.streetInAccounting("K1")).isEqualTo("2 rue B");
        assertThat(systems.newest("accounting").state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
    }

    @Test
    void aRecordThatIsGoneIsLandedAsDeletedWithinTheLimit() {
        systems.customersOfAccounting(12);
        systems.accounting.remove("K1");

        ReconciliationReport found = systems.compare("accounting");
        assertThat(found.missing()).isEqualTo(1);
        assertThat(found.drifted()).extracting(Drift::key).containsExactly("K1");
        assertThat(systems.anna().members()).contains(new RecordId("accounting", "K1"));

        ReconciliationReport repaired = systems.repair("accounting");
        assertThat(done(repaired)).isEqualTo(new Repair(0, 1, 0, 0, ""));
        assertThat(systems.anna().members()).doesNotContain(new RecordId("accounting", "K1"));
        assertThat(systems.compare("accounting").drift()).isZero();
    }

    @Test
    void moreThanTheLimitIsLeftToAPerson() {
        systems.accounting.remove("K1");

        ReconciliationReport report = systems.repair("accounting");

        assertThat(report.isSettled()).isFalse();
        assertThat(done(report).left()).isEqualTo(1);
        assertThat(done(report).message()).contains("1 of 1", "vanish-limit");
        assertThat(systems.anna().members()).contains(new RecordId("accounting", "K1"));
    }

    @Test
    void aRecordThatTheHubNeverLandedIsLandedByARepair() {
        systems.accounting.customer("K7", "SMITH Anna", "anna@example.fr", "77, rue G", ThreeSystems.IN_MARCH);

        assertThat(systems.compare("accounting").unknown()).isEqualTo(1);
        assertThat(systems.hub.hub().sourceRecords().idOf(new RecordId("accounting", "K7")))
                .as("comparing changes nothing")
                .isEmpty();

        ReconciliationReport report = systems.repair("accounting");
        assertThat(done(report).landed()).isEqualTo(1);
        assertThat(systems.anna().members()).contains(new RecordId("accounting", "K7"));
        assertThat(systems.streetInAccounting("K7"))
                .as("the second record of the same customer gets the golden values too")
                .isEqualTo("1 rue A");
    }

    @Test
    void bothRecordsOfAMergedCustomerGetTheGoldenValuesAndNothingDrifts() {
        systems.customersOfAccounting(2);
        systems.hub
                .hub()
                .decisions()
                .merge(new RecordId("accounting", "K1"), new RecordId("accounting", "K2"), "claire", "");
        systems.settle();

        systems.annaMovesInTheCrm("2 rue B");

        assertThat(systems.anna().members())
                .contains(new RecordId("accounting", "K1"), new RecordId("accounting", "K2"));
        assertThat(systems.streetInAccounting("K1")).isEqualTo("2 rue B");
        assertThat(systems.streetInAccounting("K2")).isEqualTo("2 rue B");
        assertThat(systems.hub.connectors().ledger().standings(systems.anna().id()))
                .extracting(Standing::recordKey)
                .containsExactly("K1", "K2", "E1");
        assertThat(systems.compare("accounting").equal()).isEqualTo(2);
    }

    @Test
    void whatIsOnItsWayIsNoDrift() throws Exception {
        systems.annaMovesInTheCrm("2 rue B");
        ReconciliationReport underWay = systems.repair("erp");
        assertThat(underWay.underWay()).isEqualTo(1);
        assertThat(underWay.drift()).isZero();
        assertThat(underWay.tellsMissing()).isFalse();

        systems.erp.answer("OK", "");
        systems.settle();
        assertThat(systems.compare("erp").underWay())
                .as("the last export is older than the acknowledgement")
                .isEqualTo(1);
        assertThat(systems.erp.updates()).isEmpty();
    }

    @Test
    void aTargetThatAcknowledgedAndDidNothingIsFoundByItsNextExport() throws Exception {
        systems.annaMovesInTheCrm("2 rue B");
        systems.erp.answer("OK", "");
        systems.settle();
        systems.erp.export("clients-002.csv", "E1", "1 RUE A", "2024-03-01T09:00:00");
        Files.setLastModifiedTime(
                folder.resolve("outbox/clients-002.csv"),
                FileTime.from(Instant.now().plusSeconds(5)));
        systems.hub.connectors().extract("erp");

        ReconciliationReport found = systems.compare("erp");
        assertThat(found.different()).isEqualTo(1);
        assertThat(found.columns()).isEqualTo(Map.of("ADRESSE", 1L));

        assertThat(done(systems.repair("erp")).enqueued()).isEqualTo(1);
        assertThat(systems.erp.update().get(1)).endsWith(";E1;2 rue B;75001;Paris");
        assertThat(systems.repair("erp").underWay()).isEqualTo(1);
        assertThat(systems.erp.updates()).hasSize(1);
    }

    @Test
    void aRestrictedCustomerIsNeitherComparedNorRepaired() {
        Requests requests = systems.hub.hub().privacy().requests();
        PrivacyRequest request =
                requests.receive(RequestKind.RESTRICTION, systems.anna().id(), "claire");
        request = requests.verify(request.id(), request.revision(), Verification.IN_PERSON, "claire");
        requests.fulfil(request.id(), request.revision(), "claire");
        systems.accounting.move("K1", "8 rue Muette", ThreeSystems.IN_MARCH);

        ReconciliationReport report = systems.repair("accounting");

        assertThat(report.notCompared()).isEqualTo(1);
        assertThat(report.drift()).isZero();
        assertThat(systems.streetInAccounting("K1")).isEqualTo("8 rue Muette");
    }

    @Test
    void aRecordThatCannotBeReadIsToldWithWhereAndWhy() {
        systems.accounting.customer("K8", "MARTIN Paul", "paul@example.fr", "8 rue H", ThreeSystems.IN_MARCH);
        systems.accounting.forgetWhenItChanged("K8");

        ReconciliationReport report = systems.compare("accounting");

        assertThat(report.unreadable()).isEqualTo(1);
        assertThat(report.unreadableRows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .contains("/customers page 0 item 1", "/updatedAt")
                        .doesNotContain("Paul"));
    }

    @Test
    void aTargetThatFailsHalfWayEndsTheRunAndTheNextOneFindsEverything() {
        systems.customersOfAccounting(9);
        systems.accounting.move("K1", "8 rue Muette", ThreeSystems.IN_MARCH);
        systems.accounting.fail(Fault.NONE, Fault.NONE, Fault.BUSY, Fault.BUSY, Fault.BUSY);

        assertThatThrownBy(() -> systems.repair("accounting"))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("503");
        assertThat(systems.hub.hub().runs().latest(20)).anySatisfy(run -> {
            assertThat(run.name()).isEqualTo("reconcile-accounting");
            assertThat(run.state()).isEqualTo(RunState.FAILED);
        });

        assertThat(systems.repair("accounting").isSettled()).isTrue();
        assertThat(systems.streetInAccounting("K1")).isEqualTo("1 rue A");
        ReconciliationReport after = systems.compare("accounting");
        assertThat(after.drift()).isZero();
        assertThat(after.read()).isEqualTo(9);
    }

    @Test
    void readsMoreRecordsThanItLooksUpAtOnce() {
        systems.readLargePages();
        systems.customersOfAccounting(1_200);
        systems.accounting.move("K1150", "8 rue Muette", ThreeSystems.IN_MARCH);
        List<Long> progress = new ArrayList<>();

        ReconciliationReport report = systems.hub
                .connectors()
                .reconcile(
                        "accounting",
                        new ReconciliationRequest(false, true, 10),
                        (stage, seen, total) -> progress.add(seen));

        assertThat(report.read()).isEqualTo(1_200);
        assertThat(report.different()).isEqualTo(1);
        assertThat(report.drifted().get(0).columns().get("/address/line1"))
                .contains(new Difference("8 rue Muette", "1150 rue Z"));
        assertThat(progress).contains(1_000L, 1_200L);
    }

    @Test
    void aRepairBeforeReplicationStartedIsRefused() throws Exception {
        try (ThreeSystems fresh = ThreeSystems.loaded(folder.resolve("other"), database())) {
            fresh.hub.hub().store().inTransaction(transaction -> {
                try (var statement = transaction.connection().createStatement()) {
                    return statement.executeUpdate("delete from consumer_cursor");
                }
            });

            assertThat(fresh.compare("accounting").drift()).isZero();
            assertThatThrownBy(() -> fresh.repair("accounting"))
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContaining("has not started");
        }
    }

    @Test
    void anUnknownTargetIsToldWithTheKnownOnes() {
        assertThatThrownBy(() -> systems.hub
                        .connectors()
                        .reconcile("crm", new ReconciliationRequest(false, false, 1), StageProgress.NONE))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("erp, accounting");
    }
}
