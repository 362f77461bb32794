package io.goldsmith.connect.replicate;

import io.goldsmith.connect.HubDatabase;
import io.goldsmith.connect.StageProgress;
import io.goldsmith.connect.TestHub;
import io.goldsmith.connect.http.AccountingService;
import io.goldsmith.connect.jdbc.Crm;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.stewardship.Task;
import io.goldsmith.mdm.stewardship.TaskKind;
import io.goldsmith.mdm.stewardship.TaskState;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A CRM (a database), an ERP (files) and an accounting system (HTTP) that all have Anna Smith, at the same address; and their hub. */
final class ThreeSystems implements AutoCloseable {

    static final Instant IN_MARCH = Instant.parse("2024-03-02T09:00:00Z");

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
                attributes: [street, postcode, town, birth_date]
                retry: {attempts: 2, first-delay: PT0.01S, longest-delay: PT0.02S}
            """;

    private final Path folder;
    private final HubDatabase database;
    private final String onConflict;
    final Crm crm;
    final ErpFolders erp;
    AccountingService accounting;
    TestHub hub;
    private int pageSize = 2;

    private ThreeSystems(Path folder, HubDatabase database, String onConflict) throws SQLException, IOException {
        this.folder = folder;
        this.database = database;
        this.onConflict = onConflict;
        this.crm = Crm.start("crm" + System.nanoTime());
        this.erp = new ErpFolders(folder);
        this.accounting = AccountingService.start();
    }

    /** With what was extracted, resolved, and nothing to send. */
    static ThreeSystems loaded(Path folder, HubDatabase database) {
        return loaded(folder, database, "");
    }

    /** @param onConflict the accounting target's policy; empty for the default */
    static ThreeSystems loaded(Path folder, HubDatabase database, String onConflict) {
        try {
            ThreeSystems systems = new ThreeSystems(folder, database, onConflict);
            systems.crm.execute(
                    "insert into CONTACT values ('C1', 'Anna', 'Smith', date '1980-05-17', '1 rue A', '75001', 'Paris',"
                            + " 'anna@example.fr', ?)",
                    MONDAY);
            systems.erp.export("clients-001.csv", "E1", "1 RUE A", "2024-03-01T09:00:00");
            systems.accounting.customer("K1", "SMITH Anna", "anna@example.fr", "1, rue A", IN_MARCH);
            systems.hub = systems.open();
            systems.hub.connectors().extractAll();
            systems.hub.connectors().startReplicationFromHere();
            return systems;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private TestHub open() {
        String targets = onConflict.isEmpty()
                ? TARGETS
                : TARGETS.replace(
                        "mapping: accounting/customers",
                        "mapping: accounting/customers\n    on-conflict: " + onConflict);
        return TestHub.open(
                folder.resolve("hub"),
                "connectors:\n" + crm.yaml() + ErpFolders.YAML
                        + accounting.yaml().replace("page-size: 2", "page-size: " + pageSize) + targets,
                database);
    }

    /** Accounting is read in larger pages from now on. */
    void readLargePages() {
        hub.close();
        pageSize = 500;
        hub = open();
    }

    /** Customers whom only accounting has: K2 to the last one. */
    void customersOfAccounting(int last) {
        for (int number = 2; number <= last; number++) {
            accounting.customer(
                    "K" + number,
                    "CLIENT" + letters(number) + " Jean",
                    "client" + number + "@example.fr",
                    number + " rue Z",
                    Instant.now());
        }
        hub.connectors().extract("accounting");
    }

    /** A number as letters, so that every customer has a name of their own. */
    private static String letters(int number) {
        return Integer.toString(number)
                .chars()
                .mapToObj(digit -> String.valueOf((char) (digit - '0' + 'A')))
                .collect(Collectors.joining());
    }

    void annaMovesInTheCrm(String street) {
        try {
            crm.execute(
                    "update CONTACT set STREET = ?, LAST_MODIFIED = ? where CONTACT_ID = 'C1'",
                    street,
                    LocalDateTime.now());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        hub.connectors().extract("crm");
    }

    void settle() {
        hub.connectors().settle("test");
    }

    String streetInAccounting(String key) {
        return accounting.customer(key).at("/address/line1").asString();
    }

    GoldenRecord anna() {
        return hub.hub()
                .goldenRecords()
                .goldenOf(new RecordId("crm", "C1"))
                .flatMap(hub.hub().goldenRecords()::find)
                .orElseThrow();
    }

    List<Delivered> deliveries(String target) {
        return hub.connectors().ledger().find(Optional.of(target), Optional.empty(), 0, 100);
    }

    Delivered newest(String target) {
        return deliveries(target).get(0);
    }

    List<Task> tasks(TaskState state) {
        return hub.hub().tasks().queue(state, Optional.of(TaskKind.REPLICATION_CONFLICT), 0, 10);
    }

    ReconciliationReport compare(String target) {
        return reconcile(target, false);
    }

    ReconciliationReport repair(String target) {
        return reconcile(target, true);
    }

    private ReconciliationReport reconcile(String target, boolean repair) {
        return hub.connectors().reconcile(target, new ReconciliationRequest(repair, false, 10), StageProgress.NONE);
    }

    @Override
    public void close() {
        hub.close();
        accounting.close();
        crm.close();
    }
}
