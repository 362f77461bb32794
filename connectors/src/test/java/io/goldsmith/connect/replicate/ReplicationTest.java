package io.goldsmith.connect.replicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.TestHub;
import io.goldsmith.connect.http.AccountingService;
import io.goldsmith.connect.jdbc.Crm;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.privacy.PrivacyRequest;
import io.goldsmith.mdm.privacy.RequestKind;
import io.goldsmith.mdm.privacy.Requests;
import io.goldsmith.mdm.privacy.Verification;
import io.goldsmith.mdm.run.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anna Smith is in all three systems, with the same address; then she moves house. */
class ReplicationTest {

    private static final LocalDateTime MONDAY = LocalDateTime.of(2024, 3, 4, 9, 0);

    private static final String TARGETS = """
            privacy:
              suppression-key: "${file:secrets/password}"
            replication:
              erp:
                kind: file
                source: erp
                mapping: erp/clients
                folder: ../import
                acknowledgements: ../ack
                attributes: [street, postcode, town]
                retry: {attempts: 3, first-delay: PT0.01S, longest-delay: PT0.02S}
              accounting:
                kind: http
                source: accounting
                mapping: accounting/customers
                attributes: [street, postcode, town]
                retry: {attempts: 2, first-delay: PT0.01S, longest-delay: PT0.02S}
            """;

    @TempDir
    Path folder;

    private Crm crm;
    private ErpFolders erp;
    private AccountingService accounting;
    private TestHub hub;

    @BeforeEach
    void loadAnnaSmithFromEverySystem() throws SQLException, IOException {
        crm = Crm.start("crm" + System.nanoTime());
        crm.execute(
                "insert into CONTACT values ('C1', 'Anna', 'Smith', date '1980-05-17', '1 rue A', '75001', 'Paris',"
                        + " 'anna@example.fr', ?)",
                MONDAY);
        erp = new ErpFolders(folder);
        erp.export("clients-001.csv", "E1", "1 RUE A", "2024-03-01T09:00:00");
        accounting = AccountingService.start();
        accounting.customer("K1", "SMITH Anna", "anna@example.fr", "1, rue A", Instant.parse("2024-03-02T09:00:00Z"));
        hub = open();
        hub.connectors().extractAll();
        hub.connectors().startReplicationFromHere();
    }

    private TestHub open() {
        return TestHub.open(
                folder.resolve("hub"), "connectors:\n" + crm.yaml() + ErpFolders.YAML + accounting.yaml() + TARGETS);
    }

    @AfterEach
    void close() {
        hub.close();
        accounting.close();
        crm.close();
    }

    private void annaMovesInTheCrm(String street) throws SQLException {
        crm.execute(
                "update CONTACT set STREET = ?, LAST_MODIFIED = ? where CONTACT_ID = 'C1'",
                street,
                LocalDateTime.now());
        hub.connectors().extract("crm");
    }

    private GoldenRecord anna() {
        return hub.hub()
                .goldenRecords()
                .goldenOf(new RecordId("crm", "C1"))
                .flatMap(hub.hub().goldenRecords()::find)
                .orElseThrow();
    }

    private List<Delivered> deliveries(String target) {
        return hub.connectors().ledger().find(Optional.of(target), Optional.empty(), 0, 100);
    }

    private void settleUntil(String target, DeliveryState state) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            hub.connectors().settle("test");
            return deliveries(target).get(0).state() == state;
        });
    }

    @Test
    void theFirstLoadSendsNothing() {
        hub.connectors().settle("test");

        assertThat(anna().members()).hasSize(3);
        assertThat(erp.updates()).isEmpty();
        assertThat(accounting.puts()).isEmpty();
        assertThat(deliveries("erp")).isEmpty();
    }

    private void answer(RequestKind kind) {
        Requests requests = hub.hub().privacy().requests();
        PrivacyRequest request = requests.receive(kind, anna().id(), "claire");
        request = requests.verify(request.id(), request.revision(), Verification.IN_PERSON, "claire");
        requests.fulfil(request.id(), request.revision(), "claire");
    }

    @Test
    void aRestrictedCustomerIsKeptAndNotReplicated() throws SQLException {
        answer(RequestKind.RESTRICTION);

        annaMovesInTheCrm("2 rue B");

        assertThat(anna().attributes().all("street")).containsExactly("2 rue B");
        assertThat(accounting.puts()).isEmpty();
        assertThat(erp.updates()).isEmpty();

        hub.hub().privacy().liftRestriction(anna().id(), "claire");
        annaMovesInTheCrm("3 rue C");
        assertThat(accounting.customer("K1").at("/address/line1").asString()).isEqualTo("3 rue C");
    }

    @Test
    void anErasedCustomerIsOutOfTheLedgerAndExtractedNoMore() throws SQLException {
        annaMovesInTheCrm("2 rue B");
        assertThat(deliveries("accounting")).extracting(Delivered::recordKey).containsExactly("K1");

        answer(RequestKind.ERASURE);
        annaMovesInTheCrm("3 rue C");

        assertThat(deliveries("accounting"))
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.recordKey()).startsWith("erased:"));
        assertThat(hub.hub().goldenRecords().goldenOf(new RecordId("crm", "C1")))
                .isEmpty();
        assertThat(hub.hub().runs().latest(1).get(0).counts()).containsEntry("suppressed", 1L);
        assertThat(accounting.puts()).hasSize(1);
    }

    @Test
    void aMoveInTheCrmReachesTheOthersAndIsNeverSentBack() throws SQLException, IOException {
        annaMovesInTheCrm("2 rue B");

        assertThat(accounting.customer("K1").at("/address/line1").asString()).isEqualTo("2 rue B");
        assertThat(accounting.customer("K1").at("/displayName").asString()).isEqualTo("SMITH Anna");
        assertThat(erp.update().get(0)).isEqualTo("NO_MESSAGE;CODE_CLIENT;ADRESSE;CODE_POSTAL;VILLE");
        assertThat(erp.update().get(1)).endsWith(";E1;2 rue B;75001;Paris");

        erp.answer("OK", "");
        erp.export("clients-002.csv", "E1", "2 rue B", LocalDateTime.now().toString());
        hub.connectors().extractAll();
        hub.connectors().extractAll();

        assertThat(accounting.puts()).hasSize(1);
        assertThat(erp.updates()).isEmpty();
        assertThat(deliveries("erp")).singleElement().satisfies(delivery -> {
            assertThat(delivery.state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
            assertThat(delivery.goldenId()).isEqualTo(anna().id());
        });
        assertThat(anna().provenance().get("address").record()).isEqualTo(new RecordId("crm", "C1"));
    }

    @Test
    void aMoveInAccountingReachesTheErpButNotAccounting() throws IOException {
        accounting.customer("K1", "SMITH Anna", "anna@example.fr", "5 rue E", Instant.now());
        hub.connectors().extract("accounting");

        assertThat(erp.update().get(1)).contains("5 rue E");
        assertThat(accounting.puts()).isEmpty();
    }

    @Test
    void aRecordThatChangedInBetweenIsReadAnew() throws SQLException {
        accounting.fail(AccountingService.Fault.CHANGED);
        annaMovesInTheCrm("2 rue B");

        assertThat(accounting.customer("K1").at("/address/line1").asString()).isEqualTo("2 rue B");
        assertThat(deliveries("accounting").get(0).state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
    }

    @Test
    void aBusyTargetIsTriedAgain() throws SQLException {
        accounting.fail(AccountingService.Fault.BUSY);
        annaMovesInTheCrm("2 rue B");
        settleUntil("accounting", DeliveryState.ACKNOWLEDGED);

        assertThat(deliveries("accounting").get(0).attempts()).isEqualTo(2);
        assertThat(accounting.puts()).hasSize(1);
    }

    @Test
    void aRecordThatCanNeverBeWrittenEndsAsDeadLetterAndIsReplayed() throws SQLException {
        accounting.fail(AccountingService.Fault.GARBAGE, AccountingService.Fault.GARBAGE);
        annaMovesInTheCrm("2 rue B");
        settleUntil("accounting", DeliveryState.DEAD);

        assertThat(deliveries("accounting").get(0).reason()).contains("JSON object", "2 attempts");
        assertThat(hub.hub().runs().latest(20)).anySatisfy(run -> {
            assertThat(run.name()).isEqualTo("replicate-accounting");
            assertThat(run.state()).isEqualTo(RunState.FAILED);
            assertThat(run.message()).contains("FAILED_DELIVERY");
        });

        assertThat(hub.connectors().replay("accounting")).isEqualTo(1);
        settleUntil("accounting", DeliveryState.ACKNOWLEDGED);
        assertThat(accounting.customer("K1").at("/address/line1").asString()).isEqualTo("2 rue B");
    }

    @Test
    void aRefusalIsADeadLetterThatIsReplayedUnderANewNumber() throws SQLException, IOException {
        annaMovesInTheCrm("2 rue B");
        String first = erp.update().get(1).split(";")[0];
        erp.answer("REJET", "adresse inconnue");
        hub.connectors().settle("test");

        Delivered refused = deliveries("erp").get(0);
        assertThat(refused.state()).isEqualTo(DeliveryState.REFUSED);
        assertThat(refused.reason()).isEqualTo("adresse inconnue");

        assertThat(hub.connectors().replay(refused.id())).isTrue();
        hub.connectors().settle("test");
        assertThat(erp.update().get(1).split(";")[0]).isNotEqualTo(first);
        erp.answer("OK", "");
        hub.connectors().settle("test");
        assertThat(deliveries("erp").get(0).state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
        assertThat(hub.connectors().replay(refused.id())).isFalse();
    }

    @Test
    void newerStateTakesThePlaceOfWhatIsNotDelivered() throws SQLException {
        annaMovesInTheCrm("2 rue B");
        annaMovesInTheCrm("3 rue C");

        assertThat(deliveries("erp"))
                .extracting(Delivered::state)
                .containsExactly(DeliveryState.SENT, DeliveryState.SUPERSEDED);
        assertThat(erp.updates()).hasSize(2);
        assertThat(hub.connectors().ledger().counts().get("erp")).containsEntry(DeliveryState.SUPERSEDED, 1L);
    }

    @Test
    void whatWasSentAndNotAnsweredIsSentAgainUnderTheSameNumberByAnotherProcess() throws SQLException, IOException {
        annaMovesInTheCrm("2 rue B");
        String number = erp.update().get(1).split(";")[0];
        hub.close();
        Files.delete(erp.updates().get(0));
        hub = open();

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            hub.connectors().settle("test");
            return !erp.updates().isEmpty();
        });

        assertThat(erp.update().get(1)).startsWith(number + ";E1;2 rue B");
    }

    @Test
    void runsByItselfOnceStarted() throws SQLException {
        hub.close();
        hub = TestHub.open(
                folder.resolve("hub"),
                "connectors:\n" + crm.yaml().replace("source: crm", "source: crm\n    schedule: 100ms")
                        + ErpFolders.YAML + accounting.yaml() + TARGETS);
        hub.connectors().start();
        crm.execute("update CONTACT set STREET = '7 rue G', LAST_MODIFIED = ?", LocalDateTime.now());

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> accounting.puts().size() == 1 && erp.updates().size() == 1);
    }

    @Test
    void anUnknownTargetIsToldWithTheKnownOnes() {
        assertThatThrownBy(() -> hub.connectors().replay("crm"))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("erp, accounting");
    }
}
