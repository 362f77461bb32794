package io.goldsmith.mdm;

import io.goldsmith.mdm.model.HubConfiguration;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Hubs with a small configuration of persons and companies, on the database of the test's choice. */
public final class TestHub {

    /** The instant at which tests take place. */
    public static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    public static final String CONFIGURATION = """
            hub:
              database: {url: "%s", user: "%s", password: "%s"}
              profile-key: "0123456789abcdef"
            model:
              attributes:
                party_type:  {type: code, values: [person, organisation]}
                given_name:  {type: person-name, part: given, sensitivity: direct-identifier}
                family_name: {type: person-name, part: family, sensitivity: direct-identifier}
                birth_date:  {type: date, sensitivity: quasi-identifier}
                street:      {type: postal-address, part: street, group: address, sensitivity: direct-identifier}
                town:        {type: postal-address, part: town, group: address}
                email:       {type: email, multi-valued: true, sensitivity: direct-identifier}
                siren:       {type: identifier, part: siren}
            sources:
              crm:        {party: first, trust: 80, purposes: [operations, marketing]}
              accounting: {party: first, trust: 90, attribute-trust: {siren: 95}, purposes: [operations]}
            validation:
              - {name: birth-date-not-in-future, attribute: birth_date, check: not-in-future, severity: reject}
              - {name: siren-valid, attribute: siren, check: valid-identifier, severity: reject}
              - {name: email-well-formed, attribute: email, check: well-formed, severity: warn}
            matching:
              thresholds: {automatic: 0.95, review: 0.5}
              prior: 0.001
              blocking:
                - keys: [{attribute: family_name, transform: phonetic}, {attribute: birth_date}]
              comparisons:
                - attribute: family_name
                  kind: name
                  levels:
                    - {level: exact, m: 0.9, u: 0.001}
                    - {level: else, m: 0.1, u: 0.999}
            survivorship:
              default: {strategy: most-recent}
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
            "change_event",
            "relay_mark",
            "consumer_cursor",
            "quarantine_entry",
            "full_extract",
            "full_extract_record",
            "quality_score",
            "quality_finding",
            "run");

    private TestHub() {}

    /** Writes the configuration into a new folder. */
    public static HubConfiguration configuration(DatabaseSettings database) {
        try {
            Path folder = Files.createTempDirectory("hub-folder");
            Files.writeString(
                    folder.resolve("goldsmith.yaml"),
                    CONFIGURATION.formatted(database.url(), database.user(), database.password()));
            return HubConfiguration.read(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An open hub whose clock stands at {@link #NOW}. */
    public static Hub open(DatabaseSettings database) {
        return Hub.open(configuration(database), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** Takes everything out of a hub but its configuration, so that the tests of a class can share one. */
    public static void empty(Hub hub) {
        hub.store().inTransaction(transaction -> {
            try (Statement statement = transaction.connection().createStatement()) {
                for (String table : TABLES) {
                    statement.execute("delete from " + table);
                }
            }
            return null;
        });
    }
}
