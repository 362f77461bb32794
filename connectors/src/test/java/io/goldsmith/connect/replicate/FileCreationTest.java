package io.goldsmith.connect.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.TestHub;
import io.goldsmith.connect.jdbc.Crm;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.golden.GoldenRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dora is in the CRM only; the ERP takes files, and gets her address and no name, so that no score could tie her record to her. */
class FileCreationTest {

    private static final RecordId DORA = new RecordId("crm", "C9");
    private static final RecordId THERE = new RecordId("erp", "E9");

    @TempDir
    Path folder;

    private Crm crm;
    private ErpFolders erp;
    private TestHub hub;

    @BeforeEach
    void start() throws SQLException, IOException {
        crm = Crm.start("crm" + System.nanoTime());
        erp = new ErpFolders(folder);
        open();
        hub.connectors().extractAll();
        hub.connectors().startReplicationFromHere();
        crm.contact("C9", "Dora", "Marin", "9 rue D", "Lyon", LocalDateTime.now(ZoneOffset.UTC));
        hub.connectors().extract("crm");
    }

    private void open() {
        hub = TestHub.open(folder.resolve("hub"), "connectors:\n" + crm.yaml() + ErpFolders.YAML + """
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
                    create: {when: all, our-key: REF_MDM, with: {STATUT: nouveau}}
                    retry: {attempts: 3, first-delay: PT60S, longest-delay: PT60S}
                """);
    }

    @AfterEach
    void close() {
        hub.close();
        crm.close();
    }

    private GoldenId dora() {
        return hub.hub().goldenRecords().goldenOf(DORA).orElseThrow();
    }

    private GoldenRecord golden() {
        return hub.hub().goldenRecords().find(dora()).orElseThrow();
    }

    private List<Delivered> deliveries() {
        return hub.connectors().ledger().find(Optional.of("erp"), Optional.empty(), 0, 100);
    }

    /** The ERP's line of Dora, whom it knows by nothing but the address and the golden id. */
    private void exportsDora(String file, String street) throws IOException {
        erp.exportWithOurIds(
                file, "E9;;;;" + street + ";75001;Lyon;;" + LocalDateTime.now(ZoneOffset.UTC) + ";" + dora());
        hub.connectors().extract("erp");
    }

    @Test
    void aNewCustomerGoesOutWithoutAKeyAndWithTheGoldenId() throws IOException {
        assertThat(erp.update().get(0)).isEqualTo("NO_MESSAGE;CODE_CLIENT;ADRESSE;CODE_POSTAL;REF_MDM;STATUT;VILLE");
        assertThat(erp.update().get(1)).endsWith(";;9 rue D;75001;" + dora() + ";nouveau;Lyon");
        erp.answer("OK", "");
        hub.connectors().settle("test");

        assertThat(deliveries()).singleElement().satisfies(delivery -> {
            assertThat(delivery.state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
            assertThat(delivery.reason()).contains("key");
            assertThat(delivery.recordKey()).isEqualTo("new:" + dora());
        });
    }

    @Test
    void theKeyComesBackByTheNextExtractAndTheRecordIsTiedAndUpdatedFromThenOn() throws IOException, SQLException {
        erp.answer("OK", "");
        hub.connectors().settle("test");
        exportsDora("clients-002.csv", "9 rue D");

        assertThat(golden().members()).containsExactly(DORA, THERE);
        assertThat(deliveries()).singleElement().satisfies(delivery -> {
            assertThat(delivery.recordKey()).isEqualTo("E9");
            assertThat(delivery.state()).isEqualTo(DeliveryState.ACKNOWLEDGED);
        });
        assertThat(hub.hub().stewardship().decisionsOf(dora())).anyMatch(decision -> decision.isOfReplicationTo("erp"));
        assertThat(golden().provenance().get("address").record())
                .as("the echo gains nothing")
                .isEqualTo(DORA);
        assertThat(erp.updates()).isEmpty();

        exportsDora("clients-003.csv", "9 rue D");
        assertThat(erp.updates()).isEmpty();
        crm.contact("C9", "Dora", "Marin", "7 rue E", "Lyon", LocalDateTime.now(ZoneOffset.UTC));
        hub.connectors().extract("crm");
        assertThat(erp.update().get(1)).endsWith(";E9;7 rue E;75001;Lyon");
    }

    @Test
    void aKeyMayComeBackBeforeTheAcknowledgementAndAfterARestart() throws IOException {
        hub.close();
        open();
        exportsDora("clients-002.csv", "9 rue D");
        assertThat(golden().members()).containsExactly(DORA, THERE);

        erp.answer("OK", "");
        hub.connectors().settle("test");
        assertThat(deliveries())
                .singleElement()
                .extracting(Delivered::state, Delivered::recordKey)
                .containsExactly(DeliveryState.ACKNOWLEDGED, "E9");
    }

    @Test
    void twoRecordsWithOneGoldenIdAreTiedToNobody() throws IOException {
        String now = LocalDateTime.now(ZoneOffset.UTC).toString();
        erp.exportWithOurIds(
                "clients-002.csv",
                "E8;;;;8 rue H;75001;Lyon;;" + now + ";" + dora(),
                "E9;;;;9 rue D;75001;Lyon;;" + now + ";" + dora());
        hub.connectors().extract("erp");

        assertThat(golden().members()).containsExactly(DORA);
        assertThat(deliveries().get(0).recordKey()).isEqualTo("new:" + dora());
    }

    @Test
    void aGoldenIdThatNobodyAskedForTiesNothing() throws IOException {
        erp.exportWithOurIds(
                "clients-002.csv", "E9;;;;9 rue D;75001;Lyon;;" + LocalDateTime.now(ZoneOffset.UTC) + ";G-999999");
        hub.connectors().extract("erp");

        assertThat(golden().members()).containsExactly(DORA);
    }

    @Test
    void anExtractWithoutTheColumnIsBroken() throws IOException {
        erp.export("clients-002.csv", "E9", "9 rue D", LocalDateTime.now().toString());
        hub.connectors().extract("erp");

        assertThat(erp.isBroken("clients-002.csv")).isTrue();
        assertThat(hub.hub().runs().latest(5))
                .anySatisfy(run -> assertThat(run.message()).contains("REF_MDM"));
    }
}
