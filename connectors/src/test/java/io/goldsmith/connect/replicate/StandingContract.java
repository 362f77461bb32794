package io.goldsmith.connect.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.HubDatabase;
import io.goldsmith.mdm.privacy.PrivacyRequest;
import io.goldsmith.mdm.privacy.RequestKind;
import io.goldsmith.mdm.privacy.Requests;
import io.goldsmith.mdm.privacy.Verification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the ledger says of one record of the ERP while Anna moves about. */
abstract class StandingContract {

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

    private DeliveryLedger ledger() {
        return systems.hub.connectors().ledger();
    }

    private Standing inTheErp() {
        return ledger().standings(Optional.of("erp"), Optional.empty(), 0, 10).get(0);
    }

    @Test
    void tellsWhatWasSentAcknowledgedAndRefusedLastWithVersionTimeAndReason() throws IOException {
        systems.annaMovesInTheCrm("2 rue B");
        int first = systems.anna().version();
        assertThat(inTheErp().state()).isEqualTo(DeliveryState.SENT);
        assertThat(inTheErp().sent())
                .hasValueSatisfying(line -> assertThat(line.version()).isEqualTo(first));
        assertThat(inTheErp().acknowledged()).isEmpty();
        systems.erp.answer("OK", "");
        systems.settle();
        Standing acknowledged = inTheErp();
        assertThat(acknowledged.acknowledged())
                .hasValueSatisfying(line -> assertThat(line.version()).isEqualTo(first));
        assertThat(acknowledged.acknowledgedDigests().byAttribute().keySet())
                .containsExactly("postcode", "street", "town");
        assertThat(acknowledged.acknowledgedDigests().toString()).doesNotContain("rue", "Paris", "75001");

        systems.annaMovesInTheCrm("3 rue C");
        systems.erp.answer("REJET", "adresse inconnue");
        systems.settle();

        Standing refused = inTheErp();
        int second = systems.anna().version();
        assertThat(refused.state()).isEqualTo(DeliveryState.REFUSED);
        assertThat(refused.sent())
                .hasValueSatisfying(line -> assertThat(line.version()).isEqualTo(second));
        assertThat(refused.refused()).hasValueSatisfying(line -> {
            assertThat(line.version()).isEqualTo(second);
            assertThat(line.reason()).isEqualTo("adresse inconnue");
            assertThat(line.at()).isAfterOrEqualTo(refused.sent().orElseThrow().at());
        });
        assertThat(refused.acknowledged()).as("the target still has the first").isEqualTo(acknowledged.acknowledged());
        assertThat(refused.acknowledgedDigests()).isEqualTo(acknowledged.acknowledgedDigests());
    }

    @Test
    void isFoundByGoldenRecordByTargetAndByState() throws IOException {
        systems.annaMovesInTheCrm("2 rue B");

        assertThat(ledger().standings(systems.anna().id()))
                .extracting(Standing::target)
                .containsExactly("accounting", "erp");
        assertThat(ledger().standings(Optional.empty(), Optional.of(DeliveryState.ACKNOWLEDGED), 0, 10))
                .extracting(Standing::target)
                .containsExactly("accounting");
        assertThat(ledger().standings(Optional.of("erp"), Optional.of(DeliveryState.DEAD), 0, 10))
                .isEmpty();
        systems.erp.answer("REJET", "adresse inconnue");
        systems.settle();
        systems.hub.connectors().replay("erp");
        assertThat(inTheErp().state()).isEqualTo(DeliveryState.PENDING);
    }

    @Test
    void anErasedCustomerStandsNowhere() {
        systems.annaMovesInTheCrm("2 rue B");
        Requests requests = systems.hub.hub().privacy().requests();
        PrivacyRequest request =
                requests.receive(RequestKind.ERASURE, systems.anna().id(), "claire");
        request = requests.verify(request.id(), request.revision(), Verification.IN_PERSON, "claire");
        requests.fulfil(request.id(), request.revision(), "claire");

        assertThat(ledger().standings(Optional.empty(), Optional.empty(), 0, 10))
                .isEmpty();
    }

    /** The ledger had no standings before the migration: it makes them of the deliveries that there are. */
    @Test
    void whatWasDeliveredBeforeTheMigrationStandsAsTheDeliveriesSay() {
        systems.annaMovesInTheCrm("2 rue B");
        List<Standing> before = ledger().standings(Optional.empty(), Optional.empty(), 0, 10);

        systems.hub.hub().store().inTransaction(transaction -> {
            try (Statement statement = transaction.connection().createStatement()) {
                statement.executeUpdate("delete from delivery_standing");
                return statement.executeUpdate(filling());
            }
        });

        List<Standing> after = ledger().standings(Optional.empty(), Optional.empty(), 0, 10);
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < after.size(); i++) {
            assertThat(after.get(i).goldenId()).isEqualTo(before.get(i).goldenId());
            assertThat(after.get(i).state()).isEqualTo(before.get(i).state());
            assertThat(after.get(i).acknowledged().map(Standing.Line::version))
                    .isEqualTo(before.get(i).acknowledged().map(Standing.Line::version));
            assertThat(after.get(i).acknowledgedDigests()).isEqualTo(FieldDigests.NONE);
        }
    }

    private static String filling() {
        try (InputStream migration = DeliveryLedger.class.getResourceAsStream(
                "/io/goldsmith/connect/migration/V2__standing_of_records.sql")) {
            String sql = new String(migration.readAllBytes(), StandardCharsets.UTF_8);
            int from = sql.indexOf("insert into delivery_standing");
            return sql.substring(from, sql.indexOf(';', from));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
