package io.goldsmith.connect.replicate;

import io.goldsmith.connect.TestHub;
import io.goldsmith.connect.http.AccountingService;
import io.goldsmith.connect.jdbc.Crm;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A CRM (a database) and an accounting service that is a target, both empty; and their hub. */
abstract class CrmAndService {

    @TempDir
    Path folder;

    Crm crm;
    AccountingService accounting;
    TestHub hub;

    @BeforeEach
    void startSystems() throws SQLException, IOException {
        crm = Crm.start("crm" + System.nanoTime());
        accounting = AccountingService.start();
    }

    @AfterEach
    void close() {
        hub.close();
        accounting.close();
        crm.close();
    }

    /** @param more what is said of the target beside, in one line or with its own indentation */
    void load(String more) {
        hub = TestHub.open(
                folder.resolve("hub"), "connectors:\n" + crm.yaml() + accounting.yaml() + """
                replication:
                  accounting:
                    kind: http
                    source: accounting
                    mapping: accounting/customers
                    attributes: [street, postcode, town]
                    retry: {attempts: 3, first-delay: PT0.01S, longest-delay: PT0.02S}
                    %s
                """.formatted(more));
        hub.connectors().extractAll();
        hub.connectors().startReplicationFromHere();
    }

    /** Newest first. */
    List<Delivered> deliveries() {
        return hub.connectors().ledger().find(Optional.of("accounting"), Optional.empty(), 0, 100);
    }

    void settleUntilAcknowledged() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            hub.connectors().settle("test");
            return deliveries().get(0).state() == DeliveryState.ACKNOWLEDGED;
        });
    }
}
