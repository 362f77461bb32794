package io.goldsmith.connect.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.goldsmith.connect.TestHub;
import io.goldsmith.matching.settings.SettingsException;
import io.goldsmith.matching.settings.SettingsProblem;
import io.goldsmith.mdm.model.HubConfiguration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final String CONNECTORS = """
            connectors:
              crm:
                kind: jdbc
                source: crm
                url: "jdbc:h2:tcp://localhost:1/none"
                password: "${file:secrets/password}"
                schedule: 1s
                streams:
                  - name: contacts
                    from: CONTACT
                    records:
                      key: ID
                      timestamp: CHANGED
                      attributes:
                        town: CITY
                        party_type: {constant: person}
              accounting:
                kind: http
                source: accounting
                url: "http://localhost:1"
                streams:
                  - name: customers
                    from: /customers
                    records: {key: /id, timestamp: /at, attributes: {town: /city}}
            replication:
              accounting:
                kind: http
                source: accounting
                mapping: accounting/customers
                attributes: [town]
            """;

    private static final String FILE_TARGET = """
            connectors:
              erp:
                kind: file
                source: erp
                inbox: ../outbox
                streams:
                  - name: clients
                    from: clients-*.csv
                    records: {key: ID, timestamp: AT, attributes: {town: VILLE}}
            replication:
              erp:
                kind: file
                source: erp
                mapping: erp/clients
                attributes: [town]
                folder: ../import
                acknowledgements: ../ack
            """;

    @TempDir
    Path folder;

    private List<SettingsProblem> problems(String sections) {
        SettingsException refused = catchThrowableOfType(
                SettingsException.class, () -> TestHub.open(folder, sections).close());
        return refused.problems();
    }

    @Test
    void fillsInEveryDefault() {
        TestHub.write(folder, CONNECTORS);
        ConnectorsSettings settings =
                HubConfiguration.read(folder).section(ConnectorsSettings.class).orElseThrow();

        JdbcConnectorSettings crm =
                (JdbcConnectorSettings) settings.connectors().get("crm");
        assertThat(crm.password()).contains("0123456789-secret");
        assertThat(crm.fetchSize()).isEqualTo(1_000);
        assertThat(crm.overlap()).isEqualTo(Duration.ofSeconds(2));
        assertThat(crm.fullExtract()).isFalse();
        assertThat(crm.schedule()).contains(Schedule.parse("PT1S"));
        HttpConnectorSettings accounting =
                (HttpConnectorSettings) settings.connectors().get("accounting");
        assertThat(accounting.items()).isEqualTo("/items");
        assertThat(accounting.retry()).isEqualTo(RetrySettings.DEFAULT);
        assertThat(settings.connectors().keySet()).containsExactly("crm", "accounting");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "source: crm ~ source: crn ~ connectors.crm.source ~ crm",
                "town: CITY ~ twon: CITY ~ connectors.crm.streams[0].records.attributes.twon ~ town",
                "mapping: accounting/customers ~ mapping: acounting/customers ~ replication.accounting.mapping ~ accounting",
                "attributes: [town] ~ attributes: [phone] ~ replication.accounting.attributes[0] ~ town",
                "from: CONTACT ~ frm: CONTACT ~ connectors.crm.streams[0].frm ~ from",
                "${file:secrets/password} ~ open-secret ~ connectors.crm.password ~ env",
                "schedule: 1s ~ schedule: soon ~ connectors.crm.schedule ~ duration",
            })
    void aMistakeIsToldWithItsKeyItsLineAndAWayOut(String right, String wrong, String key, String hint) {
        String broken = CONNECTORS.replace(right, wrong);

        assertThat(problems(broken)).anySatisfy(problem -> {
            assertThat(problem.key()).isEqualTo(key);
            assertThat(problem.line()).isPositive();
            assertThat(problem.message()).contains(hint).doesNotContain("open-secret");
        });
    }

    @Test
    void aFullExtractSharesItsSourceWithNoOtherConnectorOfRecords() {
        String full = CONNECTORS.replace("kind: jdbc\n", "kind: jdbc\n    full-extract: true\n");
        String shared = full.replace(
                "  accounting:\n    kind: http\n    source: accounting\n    url",
                "  accounting:\n    kind: http\n    source: crm\n    url");

        assertThat(problems(shared)).anySatisfy(problem -> {
            assertThat(problem.key()).isEqualTo("connectors.crm.full-extract");
            assertThat(problem.message()).contains("only connector", "crm");
        });
        assertThat(problems(full.replace("town: CITY", "twon: CITY")))
                .as("alone it is right")
                .noneMatch(problem -> problem.key().endsWith("full-extract"));
    }

    @Test
    void aFileTargetCanOnlyOverwriteAndAnHttpTargetAsksUnlessItIsTold() {
        String file = FILE_TARGET + "    on-conflict: task\n";

        assertThat(problems(file)).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo("replication.erp.on-conflict");
            assertThat(problem.line()).isPositive();
            assertThat(problem.message()).contains("overwrite", "task", "reconcile");
        });
        TestHub.write(folder, CONNECTORS);
        assertThat(HubConfiguration.read(folder)
                        .section(ReplicationSettings.class)
                        .orElseThrow()
                        .targets()
                        .get("accounting")
                        .onConflict())
                .isEqualTo(ConflictPolicy.TASK);
    }

    @Test
    void aJdbcTargetHasItsPasswordByReferenceAndColumnsOfOneMeaning() {
        String jdbc = """
                connectors:
                  crm:
                    kind: jdbc
                    source: crm
                    url: "jdbc:h2:mem:crm"
                    streams:
                      - name: contacts
                        from: CONTACT
                        records: {key: ID, timestamp: AT, attributes: {town: CITY, postcode: ZIP}}
                replication:
                  crm:
                    kind: jdbc
                    source: crm
                    mapping: crm/contacts
                    user: writer
                    password: open-secret
                    attributes: [town]
                    masters: [town, twon]
                    set: {zip: now, AT: now}
                """;

        assertThat(problems(jdbc))
                .extracting(SettingsProblem::key)
                .containsExactlyInAnyOrder(
                        "replication.crm.password",
                        "replication.crm.attributes",
                        "replication.crm.masters[1]",
                        "replication.crm.set.zip");
        assertThat(problems(jdbc)).noneMatch(problem -> problem.message().contains("open-secret"));
    }

    @Test
    void aFilterOfCreationsNamesWhatThereIsAndALookupNeedsWhatItLooksFor() {
        String create = "    create: {when: all, where: {twon: [Paris]}, only-from: [crmm],"
                + " lookup: \"/customers?externalId={id}\"}\n";
        String broken = CONNECTORS.replace("mapping: accounting/", create.trim() + "\n    mapping: accounting/");

        assertThat(problems(broken))
                .extracting(SettingsProblem::key)
                .containsExactlyInAnyOrder(
                        "replication.accounting.create.where.twon",
                        "replication.accounting.create.only-from[0]",
                        "replication.accounting.create.when",
                        "replication.accounting.create.lookup");
    }

    @Test
    void whatBecomesOfRecordsIsSaidWhole() {
        String jdbc = """
                connectors:
                  crm:
                    kind: jdbc
                    source: crm
                    url: "jdbc:h2:mem:crm"
                    streams:
                      - name: contacts
                        from: CONTACT
                        records: {key: ID, timestamp: AT, attributes: {town: CITY}}
                replication:
                  crm:
                    kind: jdbc
                    source: crm
                    mapping: crm/contacts
                    attributes: [town]
                    on-merge: {then: re-point, set: {city: none, AT: x}, statements: ["update A set B = {to}"], undo: {C: x}}
                    on-delete: {then: delete, in: [crm, erpp], set: {STATUS: closed}}
                """;

        assertThat(problems(jdbc))
                .extracting(SettingsProblem::key)
                .containsExactlyInAnyOrder(
                        "replication.crm.on-merge.statements[0]",
                        "replication.crm.on-merge.undo",
                        "replication.crm.on-merge.set.city",
                        "replication.crm.on-merge.set.AT",
                        "replication.crm.on-delete.in[0]",
                        "replication.crm.on-delete.in[1]",
                        "replication.crm.on-delete.then");
        assertThat(problems(CONNECTORS.replace(
                        "    attributes: [town]\n", "    attributes: [town]\n    on-merge: {then: flag}\n")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("survivor"));
        assertThat(problems(CONNECTORS.replace(
                        "    attributes: [town]\n", "    attributes: [town]\n    on-merge: {then: re-point}\n")))
                .extracting(SettingsProblem::key)
                .containsExactly("replication.accounting.on-merge.then");
    }

    @Test
    void aFileTargetCreatesOnlyWithAColumnForTheGoldenId() {
        String file = FILE_TARGET + "    create: {when: all}\n";

        assertThat(problems(file)).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo("replication.erp.create");
            assertThat(problem.message()).contains("our-key", "next extract");
        });
        assertThat(problems(file.replace("when: all", "when: all, our-key: VILLE")))
                .extracting(SettingsProblem::key)
                .containsExactly("replication.erp.create.our-key");
    }

    @Test
    void settingsOfDatabasesTellNoSecretWhenTheyAreShown() {
        TestHub.write(
                folder,
                CONNECTORS
                        .replace(
                                "url: \"jdbc:h2:tcp://localhost:1/none\"",
                                "url: \"jdbc:h2:mem:a;PASSWORD=open-secret\"")
                        .replace(
                                "kind: http\n    source: accounting\n    mapping: accounting/customers",
                                "kind: jdbc\n    source: crm\n    mapping: crm/contacts\n    password: \"${file:secrets/password}\""));
        HubConfiguration configuration = HubConfiguration.read(folder);

        assertThat(configuration.section(ConnectorsSettings.class).orElseThrow().toString())
                .contains("JdbcConnectorSettings[source=crm")
                .doesNotContain("open-secret", "0123456789-secret");
        assertThat(configuration
                        .section(ReplicationSettings.class)
                        .orElseThrow()
                        .toString())
                .contains("JdbcTargetSettings[source=crm")
                .doesNotContain("0123456789-secret");
    }

    @Test
    void aConstantIsNotWrittenToATarget() {
        String broken = CONNECTORS.replace("attributes: {town: /city}", "attributes: {town: {constant: Paris}}");

        assertThat(problems(broken))
                .anySatisfy(problem -> assertThat(problem.message()).contains("written back"));
    }

    @ParameterizedTest
    @CsvSource({"1s, 1000", "500ms, 500", "2h, 7200000", "PT1M, 60000", "pt0.5s, 500"})
    void readsDurations(String text, long millis) {
        assertThat(Schedule.parse(text).period()).contains(Duration.ofMillis(millis));
    }

    @Test
    void onlyWhatSendsMessagesCanBeReadContinuously() {
        assertThat(Schedule.read("continuous").isContinuous()).isTrue();
        assertThat(Schedule.read(Schedule.CONTINUOUS.toString())).isEqualTo(Schedule.CONTINUOUS);
        assertThat(Schedule.read("1s").isContinuous()).isFalse();
        assertThatThrownBy(() -> Schedule.parse("continuous")).isInstanceOf(IllegalArgumentException.class);

        String asked = CONNECTORS.replaceFirst("schedule: 1s", "schedule: continuous");
        assertThat(asked).isNotEqualTo(CONNECTORS);
        assertThat(problems(asked)).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo("connectors.crm.schedule");
            assertThat(problem.message()).contains("only a system that sends messages");
        });
    }

    @Test
    void readsCronExpressions() {
        assertThat(Schedule.parse("0 0 3 * * ?").cron()).contains("0 0 3 * * ?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "1", "10ms", "-5s"})
    void refusesOtherSchedules(String text) {
        assertThatThrownBy(() -> Schedule.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void changesAreCapturedFromPostgreSqlAlone() {
        String capture = """
                connectors:
                  crm:
                    kind: capture
                    source: crm
                    url: "jdbc:h2:mem:crm"
                    slot: goldsmith
                    publication: goldsmith
                    streams:
                      - name: contacts
                        from: CONTACT
                        records: {key: ID, timestamp: "@timestamp", attributes: {town: CITY}}
                """;
        assertThat(problems(capture)).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo("connectors.crm.url");
            assertThat(problem.message()).contains("jdbc:postgresql:", "kind jdbc");
        });
        TestHub.write(folder, capture.replace("jdbc:h2:mem:crm", "jdbc:postgresql://crm/crm"));
        assertThat(HubConfiguration.read(folder).section(ConnectorsSettings.class))
                .isPresent();
    }
}
