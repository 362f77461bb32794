package io.goldsmith.connect.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.TestHub;
import io.goldsmith.dmp.warehouse.LoadReport;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.privacy.PrivacyRequest;
import io.goldsmith.mdm.privacy.RequestKind;
import io.goldsmith.mdm.privacy.Requests;
import io.goldsmith.mdm.privacy.Verification;
import io.goldsmith.mdm.source.Channel;
import io.goldsmith.mdm.source.ConsentStatus;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.source.LegalBasis;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarehouseLoadTest {

    private static final String DMP = """
            dmp:
              folder: ./data/dmp
              purpose: analytics
              legal-basis: consent
              consent-attribute: consent_profiling
              k: 2
              l: 1
              profile:
                attributes:
                  birth_years: {from: birth_date, generalise: birth-year-band-5}
              projection:
                quasi-identifiers: [birth_years]
                sensitive: []
            """;

    @TempDir
    Path folder;

    private static Delivery person(String source, int number, String type) {
        return new Delivery.RecordVersion(
                source,
                "C" + number,
                Instant.parse("2024-01-01T00:00:00Z"),
                AttributeValues.of(Map.of(
                        "party_type", List.of(type),
                        "given_name", List.of("Given" + (char) ('a' + number)),
                        "family_name", List.of("Family" + (char) ('a' + number)),
                        "birth_date", List.of("1980-01-01"),
                        "consent_profiling", List.of("granted"))),
                false);
    }

    @Test
    void loadsPersonsWhoseSourceServesThePurposeAsARun() {
        try (TestHub hub = TestHub.open(folder, DMP)) {
            List<Delivery> deliveries = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                deliveries.add(person("crm", i, "person"));
            }
            deliveries.add(person("crm", 20, "organisation"));
            deliveries.add(
                    person("broker", 21, "person")); // serves marketing only: no consent for profiling is known of it
            long run = hub.hub().runs().start("test").id();
            hub.hub().intake().land(run, deliveries);
            hub.connectors().settle("test");

            LoadReport report = hub.connectors().loadWarehouse();

            assertThat(report.profilesWritten()).isEqualTo(12);
            assertThat(hub.connectors().warehouse().orElseThrow().profileCount())
                    .isEqualTo(12);
            assertThat(hub.hub().runs().latest(1).get(0).name()).isEqualTo("load-dmp");
        }
    }

    @Test
    void whoObjectsIsNotLoadedUntilAGrantOfTheirOwnLiftsIt() {
        try (TestHub hub = TestHub.open(folder, DMP)) {
            List<Delivery> deliveries = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                deliveries.add(person("crm", i, "person"));
            }
            deliveries.add(consent("C3", Channel.ANY, ConsentStatus.OBJECTED, "2026-02-01T00:00:00Z"));
            deliveries.add(consent("C4", Channel.EMAIL, ConsentStatus.REFUSED, "2026-02-01T00:00:00Z"));
            long run = hub.hub().runs().start("test").id();
            hub.hub().intake().land(run, deliveries);
            hub.connectors().settle("test");

            assertThat(hub.connectors().loadWarehouse().profilesWritten())
                    .as("a refusal of e-mails alone keeps nobody out")
                    .isEqualTo(11);

            hub.hub()
                    .intake()
                    .land(run, List.of(consent("C3", Channel.ANY, ConsentStatus.GRANTED, "2026-03-01T00:00:00Z")));
            assertThat(hub.connectors().loadWarehouse().profilesWritten()).isEqualTo(12);
        }
    }

    private static Delivery.Consent consent(String key, Channel channel, ConsentStatus status, String decidedAt) {
        return new Delivery.Consent(
                "crm",
                key,
                "analytics",
                channel,
                status,
                LegalBasis.CONSENT,
                "terms of 2026",
                "form",
                Instant.parse(decidedAt),
                Optional.empty());
    }

    @Test
    void aRestrictedCustomerIsKeptAndNotLoaded() {
        try (TestHub hub = TestHub.open(folder, DMP)) {
            List<Delivery> deliveries = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                deliveries.add(person("crm", i, "person"));
            }
            hub.hub().intake().land(hub.hub().runs().start("test").id(), deliveries);
            hub.connectors().settle("test");
            Requests requests = hub.hub().privacy().requests();
            GoldenId third = hub.hub()
                    .goldenRecords()
                    .goldenOf(new RecordId("crm", "C3"))
                    .orElseThrow();
            PrivacyRequest request = requests.receive(RequestKind.RESTRICTION, third, "claire");
            request = requests.verify(request.id(), request.revision(), Verification.IN_PERSON, "claire");

            assertThat(hub.connectors().loadWarehouse().profilesWritten()).isEqualTo(12);

            requests.fulfil(request.id(), request.revision(), "claire");

            assertThat(hub.connectors().loadWarehouse().profilesWritten()).isEqualTo(11);
            assertThat(hub.connectors().warehouse().orElseThrow().profileCount())
                    .as("the profile of the load before is gone")
                    .isEqualTo(11);
            assertThat(hub.hub().goldenRecords().find(third)).isPresent();
            hub.hub().privacy().liftRestriction(third, "claire");
            assertThat(hub.connectors().loadWarehouse().profilesWritten()).isEqualTo(12);
        }
    }

    @Test
    void aHubWithoutDmpSaysWhatToAdd() {
        try (TestHub hub = TestHub.open(folder, "")) {
            assertThat(hub.connectors().warehouse()).isEmpty();
            assertThatThrownBy(() -> hub.connectors().loadWarehouse())
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContaining("add the section dmp");
        }
    }
}
