package io.goldsmith.connect.replicate;

import io.goldsmith.connect.TestHub;
import io.goldsmith.connect.jdbc.Crm;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.golden.GoldenRecord;
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
import org.junit.jupiter.api.io.TempDir;

/** Anna, Bruno and Chloé are in a CRM and in the table of an accounting system, with the same addresses; a hub writes that table. */
abstract class CrmAndTable {

    private static final LocalDateTime MONDAY = LocalDateTime.of(2024, 3, 4, 9, 0);

    @TempDir
    Path folder;

    Crm crm;
    AccountingTable accounting;
    TestHub hub;

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

    void load(String... more) {
        load("[street, postcode, town, birth_date, email]", more);
    }

    /** @param more other lines of the target */
    void load(String attributes, String[] more) {
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
                    attributes: %s
                    masters: [email]
                    retry: {attempts: 3, first-delay: PT0.01S, longest-delay: PT0.02S}
                """.formatted(attributes)
                        + String.join(
                                "",
                                List.of(more).stream()
                                        .map(line -> "    " + line + "\n")
                                        .toList()));
        hub.connectors().extractAll();
        hub.connectors().startReplicationFromHere();
    }

    void move(int id, String street) throws SQLException {
        crm.execute("update CONTACT set STREET = ?, LAST_MODIFIED = ? where CONTACT_ID = ?", street, now(), "C" + id);
    }

    static LocalDateTime now() {
        return LocalDateTime.now(ZoneOffset.UTC);
    }

    void annaMoves(String street) throws SQLException {
        move(1, street);
        hub.connectors().extract("crm");
    }

    GoldenRecord anna() {
        return hub.hub()
                .goldenRecords()
                .goldenOf(new RecordId("crm", "C1"))
                .flatMap(hub.hub().goldenRecords()::find)
                .orElseThrow();
    }

    List<Delivered> deliveries() {
        return hub.connectors().ledger().find(Optional.of("accounting"), Optional.empty(), 0, 100);
    }

    Delivered newest() {
        return deliveries().get(0);
    }

    void settleUntil(DeliveryState... states) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            hub.connectors().settle("test");
            return deliveries().stream().allMatch(delivery -> List.of(states).contains(delivery.state()));
        });
    }
}
