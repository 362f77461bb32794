package io.goldsmith.app;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.reference.EditionLoad;
import io.goldsmith.mdm.reference.ReferenceEntry;
import io.goldsmith.mdm.reference.ReferenceLayout;
import io.goldsmith.mdm.run.Run;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.source.Delivery.Order;
import io.goldsmith.mdm.source.Delivery.RecordVersion;
import io.goldsmith.mdm.source.Delivery.Relation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A real hub on H2 in a folder of its own, filled through the public doors with a few customers who have names. */
public final class SampleHub implements AutoCloseable {

    public static final String STEWARD = "anna";
    public static final String STEWARD_PASSWORD = "correct horse battery";
    public static final String VIEWER = "victor";
    public static final String VIEWER_PASSWORD = "only looking around";

    /** Known to the CRM and to accounting with the same name and birth date: one customer. */
    public static final RecordId LEFEBVRE = new RecordId("crm", "C1");

    /** Has a name made to break pages. */
    public static final RecordId SCRIPTED = new RecordId("crm", "C5");

    private static final Instant CHANGED = Instant.parse("2026-03-01T10:00:00Z");

    private static final String CONFIGURATION = """
            hub:
              database: {url: "jdbc:h2:file:./data/hub", user: sa, password: "a password"}
              profile-key: "0123456789abcdef0123456789abcdef"
              payload-key: "00112233445566778899aabbccddeeff"
            model:
              attributes:
                party_type:   {type: code, values: [person, organisation]}
                given_name:   {type: person-name, part: given, sensitivity: direct-identifier}
                family_name:  {type: person-name, part: family, sensitivity: direct-identifier}
                birth_date:   {type: date, sensitivity: quasi-identifier}
                company_name: {type: company-name, sensitivity: direct-identifier}
                siren:        {type: identifier, part: siren, sensitivity: direct-identifier}
                street:       {type: postal-address, part: street, group: address, sensitivity: direct-identifier}
                town:         {type: postal-address, part: town, group: address, sensitivity: quasi-identifier}
                phone:        {type: phone, multi-valued: true, sensitivity: direct-identifier}
                consent_profiling: {type: code, values: [granted, refused]}
            sources:
              crm:        {party: first, trust: 80, purposes: [operations, analytics]}
              accounting: {party: first, trust: 90, purposes: [operations, analytics]}
            validation:
              - {name: birth-date-not-in-future, attribute: birth_date, check: not-in-future, severity: reject}
            matching:
              thresholds: {automatic: 0.95, review: 0.2}
              prior: 0.001
              blocking:
                - keys: [{attribute: family_name, transform: phonetic}]
              comparisons:
                - attribute: family_name
                  kind: name
                  levels:
                    - {level: exact, m: 0.9, u: 0.001}
                    - {level: else, m: 0.1, u: 0.999}
                - attribute: birth_date
                  kind: date
                  levels:
                    - {level: exact, m: 0.95, u: 0.0001}
                    - {level: else, m: 0.05, u: 0.9999}
            survivorship:
              default: {strategy: most-recent}
            verification: {siren: {}, company_name: {}}
            dmp:
              profile: {attributes: {birth_date: {generalise: birth-year-band-5}}}
              projection: {quasi-identifiers: [birth_date], sensitive: []}
            console:
              port: 0
              users:
                - {name: anna, password: "correct horse battery", roles: [steward]}
                - {name: victor, password: "${file:secrets/victor}", roles: [viewer]}
            """;

    private final HubRuntime runtime;

    private SampleHub(HubRuntime runtime) {
        this.runtime = runtime;
    }

    /** Writes a hub's folder without data. */
    public static Path folder(Path parent) {
        try {
            Path folder = Files.createDirectories(parent.resolve("hub"));
            Files.createDirectories(folder.resolve("secrets"));
            Files.writeString(folder.resolve("secrets").resolve("victor"), VIEWER_PASSWORD + "\n");
            Files.writeString(folder.resolve("goldsmith.yaml"), CONFIGURATION);
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Opens a hub in a new folder and fills it. */
    public static SampleHub filled(Path parent) {
        return filled(parent, "");
    }

    /** The same with more sections in its configuration. */
    public static SampleHub filled(Path parent, String sections) {
        Path folder = folder(parent);
        try {
            Files.writeString(folder.resolve("goldsmith.yaml"), CONFIGURATION + sections);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        SampleHub hub = new SampleHub(HubRuntime.open(folder, Clock.systemUTC()));
        hub.fill();
        return hub;
    }

    public HubRuntime runtime() {
        return runtime;
    }

    public GoldenId goldenOf(RecordId record) {
        return runtime.hub().goldenRecords().goldenOf(record).orElseThrow();
    }

    private void fill() {
        Run run = runtime.hub().runs().start("crm");
        List<Delivery> deliveries = List.of(
                person("crm", "C1", "Jean-Pierre", "Lefebvre", "1971-03-08", "14 bis rue de la République"),
                person("accounting", "A1", "Jean-Pierre", "LEFEBVRE", "1971-03-08", "2 place Bellecour"),
                person("crm", "C2", "Camille", "Moreau", "1985-05-05", "3 rue des Lilas"),
                person("accounting", "A2", "Camille", "Moreau", "", "3 rue des Lilas"),
                person("crm", "C3", "Louise", "Girard", "1990-11-30", "8 quai du Port"),
                person("accounting", "A3", "Louisa", "Girard", "", "8 quai du Port"),
                person("crm", "C4", "Marty", "Future", "2999-01-01", "1 avenue du Temps"),
                person("crm", "C5", "Mia", "O'Brien <script>alert(1)</script>", "1960-02-02", "5 \"rue\" <b>Haute</b>"),
                record(
                        "crm",
                        "C6",
                        Map.of(
                                "party_type",
                                "organisation",
                                "company_name",
                                "Ateliers Garnier SARL",
                                "siren",
                                "732829320")),
                new Order("accounting", "O1", "A1", LocalDate.of(2026, 2, 3), new BigDecimal("120.50"), "tools"),
                new Relation("crm", "contact", "C6", "C1", "buyer", CHANGED),
                new Delivery.Unreadable("crm", "clients.csv:71", "line has 13 columns, expected 15", "a;b"));
        runtime.hub()
                .runs()
                .done(
                        run.id(),
                        Map.of(
                                "landed",
                                runtime.hub()
                                        .intake()
                                        .land(run.id(), deliveries)
                                        .landed()));
        try (EditionLoad load = runtime.hub()
                .referenceData()
                .begin("sirene/units", ReferenceLayout.LEGAL_UNITS, LocalDate.of(2026, 2, 1))) {
            load.add(List.of(new ReferenceEntry.LegalUnit("732829320", true, List.of("LES ATELIERS GARNIERS"))));
            load.complete();
        }
        runtime.connectors().settle("load of crm");
    }

    private static Delivery person(
            String source, String key, String given, String family, String birthDate, String street) {
        return record(
                source,
                key,
                Map.of(
                        "party_type", "person",
                        "given_name", given,
                        "family_name", family,
                        "birth_date", birthDate,
                        "street", street,
                        "town", "Lyon",
                        "consent_profiling", "granted"));
    }

    private static Delivery record(String source, String key, Map<String, String> values) {
        Map<String, List<String>> raw = new HashMap<>();
        values.forEach((name, value) -> raw.put(name, List.of(value)));
        return new RecordVersion(source, key, CHANGED, AttributeValues.of(raw), false);
    }

    @Override
    public void close() {
        runtime.close();
    }
}
