package io.goldsmith.connect.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.settings.ConnectorsSettings;
import io.goldsmith.connect.settings.StreamSettings;
import io.goldsmith.matching.settings.SettingsDocument;
import io.goldsmith.mdm.source.Delivery;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RelationMappingTest {

    private static final StreamMapping CONTACTS = mapping("""
            crm:
              kind: file
              source: crm
              inbox: in
              streams:
                - name: contacts
                  from: x
                  relations:
                    kind: contact
                    from: ACCOUNT
                    to: CONTACT
                    role: ROLE
                    timestamp: CHANGED
                    valid-from: {column: SINCE, format: dd/MM/yyyy, zone: Europe/Paris}
                    valid-until: UNTIL
            """);

    private static StreamMapping mapping(String yaml) {
        StreamSettings stream = SettingsDocument.parse("test.yaml", Path.of("."), yaml)
                .bind("", ConnectorsSettings.class)
                .connectors()
                .get("crm")
                .streams()
                .get(0);
        return StreamMapping.of("crm", stream, Path.of("."));
    }

    private static Map<String, String> row(String since, String until) {
        return Map.of(
                "ACCOUNT",
                "A",
                "CONTACT",
                "1",
                "ROLE",
                "buyer",
                "CHANGED",
                "2026-03-01T10:00:00Z",
                "SINCE",
                since,
                "UNTIL",
                until);
    }

    @Test
    void readsFromAndUntilWhenARelationHolds() {
        assertThat(CONTACTS.columns())
                .containsExactlyInAnyOrder("ACCOUNT", "CONTACT", "ROLE", "CHANGED", "SINCE", "UNTIL");
        assertThat(CONTACTS.map(new MapRow(row("01/02/2026", "2026-12-31"))))
                .isEqualTo(new Delivery.Relation(
                        "crm",
                        "contact",
                        "A",
                        "1",
                        "buyer",
                        Instant.parse("2026-03-01T10:00:00Z"),
                        Optional.of(Instant.parse("2026-01-31T23:00:00Z")),
                        Optional.of(Instant.parse("2026-12-31T00:00:00Z"))));
    }

    @Test
    void holdsFromEverWithoutAnEndWhereTheColumnsAreEmpty() {
        assertThat(CONTACTS.map(new MapRow(row("", ""))))
                .isEqualTo(new Delivery.Relation(
                        "crm", "contact", "A", "1", "buyer", Instant.parse("2026-03-01T10:00:00Z")));
    }

    @Test
    void aDateOfAnotherFormWaitsInQuarantine() {
        assertThat(CONTACTS.map(new MapRow(row("2026-02-01", ""))))
                .isInstanceOfSatisfying(
                        Delivery.Unreadable.class,
                        set -> assertThat(set.reason()).contains("SINCE", "dd/MM/yyyy"));
    }
}
