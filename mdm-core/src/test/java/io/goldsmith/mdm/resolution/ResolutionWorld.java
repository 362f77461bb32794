package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.model.BlastRadius;
import io.goldsmith.mdm.model.HubConfiguration;
import io.goldsmith.mdm.model.LifecycleSettings;
import io.goldsmith.mdm.quality.Validation;
import io.goldsmith.mdm.reference.VerificationPlan;
import io.goldsmith.mdm.reference.VerificationSettings;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.source.WrittenValues;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A hub with a small model, and the customers of the tests. */
public final class ResolutionWorld implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    public static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    public static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    private static final String CONFIGURATION = """
            hub:
              database: {url: "%s", user: "%s", password: "%s"}
              profile-key: "0123456789abcdef"
              payload-key: "0011223344556677"
            model:
              attributes:
                given_name:  {type: person-name, part: given, sensitivity: direct-identifier}
                family_name: {type: person-name, part: family, sensitivity: direct-identifier}
                birth_date:  {type: date, sensitivity: quasi-identifier}
                street:      {type: postal-address, part: street, group: address, sensitivity: direct-identifier}
                postcode:    {type: postal-address, part: postcode, group: address}
                town:        {type: postal-address, part: town, group: address}
                phone:       {type: phone, multi-valued: true, sensitivity: direct-identifier}
                email:       {type: email, multi-valued: true, sensitivity: direct-identifier}
                siren:       {type: identifier, part: siren}
            sources:
              crm:        {party: first, trust: 80, purposes: [operations, marketing]}
              erp:        {party: first, trust: 70, purposes: [operations, marketing]}
              accounting: {party: first, trust: 90, purposes: [operations]}
            validation:
              - {name: birth-date-not-in-future, attribute: birth_date, check: not-in-future, severity: reject}
            matching:
              thresholds: {automatic: 0.95, review: 0.5}
              prior: 0.001
              blocking:
                - keys: [{attribute: email}]
                - keys: [{attribute: family_name}, {attribute: birth_date}]
              comparisons:
                - attribute: given_name
                  kind: name
                  levels:
                    - {level: exact, m: 0.9, u: 0.01}
                    - {level: else, m: 0.1, u: 0.99}
                - attribute: family_name
                  kind: name
                  levels:
                    - {level: exact, m: 0.9, u: 0.01}
                    - {level: else, m: 0.1, u: 0.99}
                - attribute: birth_date
                  kind: date
                  levels:
                    - {level: exact, m: 0.9, u: 0.001}
                    - {level: else, m: 0.1, u: 0.999}
                - attribute: email
                  kind: email
                  levels:
                    - {level: exact, m: 0.9, u: 0.0001}
                    - {level: else, m: 0.1, u: 0.9999}
              exclusive: [siren]
            privacy:
              suppression-key: "fedcba9876543210"
              recipients: [data-warehouse]
              retains:
                accounting: {ground: "invoices, commercial code L123-22", years: 10}
              retention:
                - {lifecycle: prospect, years: 3}
                - {lifecycle: customer, years: 5}
                - {lifecycle: customer, purpose: marketing, years: 6}
            survivorship:
              default: {strategy: most-recent}
              attributes:
                given_name: {strategy: source-priority, sources: [accounting, crm]}
            """;

    private static final List<String> TABLES = List.of(
            "former_reference",
            "consent",
            "privacy_request",
            "privacy_step",
            "privacy_recipient",
            "restriction",
            "erasure",
            "erasure_receipt",
            "suppression",
            "source_record",
            "source_record_version",
            "customer_order",
            "evaluation_due",
            "relation",
            "written_value",
            "decision",
            "decision_record",
            "pin",
            "task_comment",
            "label_sample",
            "label_stratum",
            "sampled_pair",
            "standard_record",
            "blocking_key",
            "scored_pair",
            "golden_record",
            "golden_record_version",
            "cross_reference",
            "search_term",
            "stewardship_task",
            "change_event",
            "golden_lineage",
            "relay_mark",
            "quarantine_entry",
            "held_publication",
            "full_extract",
            "full_extract_record",
            "quality_score",
            "quality_finding",
            "reference_edition",
            "reference_address",
            "reference_company",
            "verification",
            "verification_due",
            "run");

    private final Hub hub;
    private final DatabaseSettings database;

    private ResolutionWorld(Hub hub, DatabaseSettings database) {
        this.hub = hub;
        this.database = database;
    }

    public static ResolutionWorld open(DatabaseSettings database) {
        return open(database, "");
    }

    /**
     * With more configuration.
     *
     * @param more rules of survivorship for attributes, each on a line indented by four, and then whole sections
     */
    public static ResolutionWorld open(DatabaseSettings database, String more) {
        return open(database, Clock.fixed(NOW, ZoneOffset.UTC), yaml -> yaml + more);
    }

    /**
     * A world whose time passes.
     *
     * @param rules changes the configuration
     */
    public static ResolutionWorld open(DatabaseSettings database, Clock clock, UnaryOperator<String> rules) {
        try {
            Path folder = Files.createTempDirectory("hub-folder");
            Files.writeString(
                    folder.resolve("goldsmith.yaml"),
                    rules.apply(CONFIGURATION.formatted(database.url(), database.user(), database.password())));
            Hub hub = Hub.open(HubConfiguration.read(folder), clock);
            return new ResolutionWorld(hub, database);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Hub hub() {
        return hub;
    }

    public DatabaseSettings database() {
        return database;
    }

    /** Takes everything out but the configuration. */
    public void empty() {
        for (String table : TABLES) {
            execute("delete from " + table);
        }
    }

    public void execute(String sql) {
        hub.store().inTransaction(transaction -> {
            try (Statement statement = transaction.connection().createStatement()) {
                statement.execute(sql);
            }
            return null;
        });
    }

    public long count(String fromAndWhere) {
        return hub.store().inTransaction(transaction -> {
            try (Statement statement = transaction.connection().createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from " + fromAndWhere)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** A resolution that takes everything above {@code onlineLimit} as a batch. */
    public Resolution resolution(int onlineLimit) {
        return resolution(onlineLimit, BlastRadius.STANDARD);
    }

    /** The same under a guard of its own. */
    public Resolution resolution(int onlineLimit, BlastRadius radius) {
        ResolutionRules rules = ResolutionRules.of(
                        hub.configuration().entityModel(),
                        hub.configuration().sourceSystems(),
                        hub.matching(),
                        hub.configuration()
                                .section(io.goldsmith.matching.survive.SurvivorshipSettings.class)
                                .orElseThrow(),
                        new Validation(List.of(), hub.matching(), hub.clock()),
                        1)
                .under(hub.configuration().section(LifecycleSettings.class))
                .verifying(hub.configuration()
                        .section(VerificationSettings.class)
                        .map(settings -> VerificationPlan.of(hub.configuration().entityModel(), settings)));
        return new Resolution(
                hub.store(),
                hub.sourceRecords(),
                new WrittenValues(hub.store()),
                hub.quarantine(),
                rules,
                radius,
                onlineLimit);
    }

    public void land(Delivery... deliveries) {
        hub.intake().land(1, List.of(deliveries));
    }

    public ResolutionSummary resolve() {
        return hub.resolution().resolvePending("test", ResolutionProgress.NONE);
    }

    /** Resolves what is pending as a batch, be it little. */
    public ResolutionSummary resolveBatch() {
        return resolution(0).resolvePending("test", ResolutionProgress.NONE);
    }

    public ResolutionSummary landAndResolve(Delivery... deliveries) {
        land(deliveries);
        return resolve();
    }

    /** A person: {@code person("crm:1", JANUARY, "given_name", "Anna", …)}. */
    public static Delivery.RecordVersion person(String id, Instant timestamp, String... namesAndValues) {
        Map<String, List<String>> raw = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            raw.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        RecordId record = id(id);
        return new Delivery.RecordVersion(record.source(), record.key(), timestamp, AttributeValues.of(raw), false);
    }

    /** Few names, dates and e-mails, so that records match, nearly match and chain; some in two versions, some deleted. */
    public static List<Delivery.RecordVersion> alikeVersions(long seed) {
        Random random = new Random(seed);
        List<Delivery.RecordVersion> versions = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String id = List.of("crm", "erp", "accounting").get(i % 3) + ":" + i;
            for (int version = 0; version <= random.nextInt(2); version++) {
                versions.add(person(
                        id,
                        JANUARY.plus(Duration.ofDays(30L * version + random.nextInt(20))),
                        "given_name",
                        List.of("Anna", "Paul", "Zoé").get(random.nextInt(3)),
                        "family_name",
                        List.of("Martin", "Durand").get(random.nextInt(2)),
                        "birth_date",
                        "198" + random.nextInt(2) + "-05-06",
                        "email",
                        "m" + random.nextInt(6) + "@example.org",
                        "street",
                        random.nextInt(9) + " rue Haute"));
            }
            if (random.nextInt(8) == 0) {
                versions.add(deleted(id, JANUARY.plus(Duration.ofDays(90))));
            }
        }
        return versions;
    }

    /** Anna Martin, born 1980-05-06: two of her records match. */
    public static Delivery.RecordVersion anna(String id, Instant timestamp, String... more) {
        List<String> all =
                new ArrayList<>(List.of("given_name", "Anna", "family_name", "Martin", "birth_date", "1980-05-06"));
        all.addAll(List.of(more));
        return person(id, timestamp, all.toArray(String[]::new));
    }

    /** Her brother Paul, born 1982-07-08: with the same e-mail, a possible match with her. */
    public static Delivery.RecordVersion paul(String id, Instant timestamp, String... more) {
        List<String> all =
                new ArrayList<>(List.of("given_name", "Paul", "family_name", "Martin", "birth_date", "1982-07-08"));
        all.addAll(List.of(more));
        return person(id, timestamp, all.toArray(String[]::new));
    }

    public static Delivery.RecordVersion deleted(String id, Instant timestamp) {
        RecordId record = id(id);
        return new Delivery.RecordVersion(record.source(), record.key(), timestamp, AttributeValues.none(), true);
    }

    public static RecordId id(String text) {
        int colon = text.indexOf(':');
        return new RecordId(text.substring(0, colon), text.substring(colon + 1));
    }

    public GoldenId goldenOf(String id) {
        return hub.goldenRecords().goldenOf(id(id)).orElseThrow();
    }

    public GoldenRecord golden(String id) {
        return hub.goldenRecords().find(goldenOf(id)).orElseThrow();
    }

    /** Every active golden record by its members, without what depends on the path: ids, versions and causes. */
    public Map<String, String> results() {
        Map<String, String> results = new TreeMap<>();
        hub.goldenRecords()
                .forEach(golden -> results.put(
                        golden.members().toString(),
                        golden.attributes().asMap() + " " + new TreeMap<>(golden.provenance())));
        return results;
    }

    /** The same without the numbers of source record versions, which are by arrival. */
    public Map<String, String> resultsWithoutVersions() {
        Map<String, String> results = results();
        results.replaceAll((members, golden) -> golden.replaceAll("version=[0-9]+, ", ""));
        return results;
    }

    @Override
    public void close() {
        hub.close();
    }
}
