package io.goldsmith.connect.scale;

import io.goldsmith.connect.HubDatabase;
import io.goldsmith.connect.OtherNode;
import io.goldsmith.connect.TestHub;
import io.goldsmith.connect.health.Meters;
import io.goldsmith.connect.http.AccountingService;
import io.goldsmith.connect.jdbc.Crm;
import io.goldsmith.connect.kafka.KafkaCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.awaitility.Awaitility;

/** A CRM and an accounting system, and two nodes of one hub that share the work of bringing one to the other. */
final class TwoNodes implements AutoCloseable {

    private static final LocalDateTime MONDAY = LocalDateTime.of(2024, 3, 4, 9, 0);

    private final Path folder;
    private final KafkaCluster kafka;
    private final String prefix;
    private final HubDatabase database = HubDatabase.postgreSql();
    final Crm crm;
    final AccountingService accounting;
    private String target = "";
    private String crmMore = "";
    private int partitions = 6;
    private int timeout = 30;
    private String patience = "PT40S";
    TestHub here;
    TestHub there;

    TwoNodes(Path folder, KafkaCluster kafka, String prefix) throws Exception {
        this.folder = folder;
        this.kafka = kafka;
        this.prefix = prefix;
        this.crm = Crm.start("crm" + System.nanoTime());
        this.accounting = AccountingService.start();
    }

    /** Accounting is written, too. */
    TwoNodes replicating(String more) {
        target = """
                replication:
                  accounting:
                    kind: http
                    source: accounting
                    mapping: accounting/customers
                    attributes: [street, postcode, town, birth_date]
                    retry: {attempts: 5, first-delay: PT0.01S, longest-delay: PT0.02S}
                """ + more;
        return this;
    }

    TwoNodes partitions(int number) {
        partitions = number;
        return this;
    }

    /** How long an answer of accounting is waited for. */
    TwoNodes patience(String duration) {
        patience = duration;
        return this;
    }

    /** How long an answer of the brokers is waited for. */
    TwoNodes timeoutSeconds(int seconds) {
        timeout = seconds;
        return this;
    }

    /** Another line of the CRM's settings. */
    TwoNodes crm(String more) {
        crmMore = more;
        return this;
    }

    String yaml() {
        String reading =
                crmMore.isEmpty() ? crm.yaml() : crm.yaml().replace("timeout: PT2S", "timeout: PT2S\n    " + crmMore);
        return "connectors:\n" + reading
                + accounting
                        .yaml()
                        .replace("page-size: 2", "page-size: 500")
                        .replace("timeout: PT1S", "timeout: " + patience)
                + target + """
                scale-out:
                  kafka:
                    brokers: ["%s"]
                    topics-prefix: %s
                    partitions: %d
                    timeout: PT%dS
                    alert-after: PT0.1S
                    breaker: {failures: 2, rest: PT0.1S, longest-rest: PT0.2S}
                """.formatted(kafka.brokers(), prefix, partitions, timeout);
    }

    TestHub open(String node) {
        return TestHub.open(folder.resolve(node), yaml(), database);
    }

    /** Starts a node in a process of its own, which can be killed. */
    Process serve(String node) throws IOException {
        TestHub.write(folder.resolve(node), yaml(), database);
        return OtherNode.serve(folder.resolve(node));
    }

    /** Opens both, and starts the second: it takes part in what the first one has to do. */
    TwoNodes openBoth() {
        here = open("here");
        there = open("there");
        there.connectors().start();
        return this;
    }

    void contacts(int first, int last, LocalDateTime at) throws SQLException {
        crm.execute(
                "merge into CONTACT select 'C' || X, 'Anna', 'Nom' || translate(X, '0123456789', 'ABCDEFGHIJ'),"
                        + " date '1980-05-17', X || ' rue A', '75001', 'Paris', 'c' || X || '@example.fr', ?"
                        + " from system_range(?, ?)",
                at,
                first,
                last);
    }

    /** Customers whom both systems have, at the same address. */
    void customers(int last) throws SQLException {
        contacts(1, last, MONDAY);
        for (int number = 1; number <= last; number++) {
            accounting.customer(
                    "K" + number,
                    "NOM" + letters(number) + " Anna",
                    "c" + number + "@example.fr",
                    number + " rue A",
                    MONDAY.toInstant(ZoneOffset.UTC));
        }
    }

    private static String letters(int number) {
        StringBuilder letters = new StringBuilder();
        Integer.toString(number).chars().forEach(digit -> letters.append((char) (digit - '0' + 'A')));
        return letters.toString();
    }

    /** All move, in the CRM. */
    void move(String street) throws SQLException {
        crm.execute(
                "update CONTACT set STREET = regexp_substr(STREET, '^[0-9]+') || ?, LAST_MODIFIED = ?",
                street,
                LocalDateTime.now());
    }

    void awaitMembers(String topic, int members) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(180))
                .until(() -> kafka.groups().contains(prefix + topic) && kafka.members(prefix + topic) == members);
    }

    /** What a figure of a node adds up to. */
    static double figure(TestHub node, String name) {
        List<DoubleSupplier> values = new ArrayList<>();
        node.connectors().measure(new Meters() {
            @Override
            public void counter(String told, String description, Map<String, String> labels, DoubleSupplier value) {
                gauge(told, description, labels, value);
            }

            @Override
            public void gauge(String told, String description, Map<String, String> labels, DoubleSupplier value) {
                if (told.equals(name)) {
                    values.add(value);
                }
            }
        });
        return values.stream()
                .mapToDouble(DoubleSupplier::getAsDouble)
                .filter(value -> !Double.isNaN(value))
                .sum();
    }

    @Override
    public void close() {
        if (here != null) {
            here.close();
        }
        if (there != null) {
            there.close();
        }
        accounting.close();
        crm.close();
    }
}
