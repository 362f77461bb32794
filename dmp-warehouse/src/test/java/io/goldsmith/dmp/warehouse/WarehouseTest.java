package io.goldsmith.dmp.warehouse;

import static io.goldsmith.dmp.warehouse.ProfileFixtures.consenting;
import static io.goldsmith.dmp.warehouse.ProfileFixtures.profile;
import static io.goldsmith.dmp.warehouse.ProfileFixtures.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.dmp.DmpException;
import io.goldsmith.dmp.Floors;
import io.goldsmith.dmp.LegalBasis;
import io.goldsmith.dmp.profile.Consent;
import io.goldsmith.dmp.profile.OrderSummary;
import io.goldsmith.dmp.profile.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarehouseTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-15T03:00:00Z"), ZoneOffset.UTC);
    private static final String PROJECTION = "SELECT * FROM projection ORDER BY ALL";

    @TempDir
    private Path folder;

    @Test
    void loadsProfilesAndAnAnonymousProjection() throws Exception {
        LoadReport report = load(consenting(3_000));

        assertThat(report.outcome()).isEqualTo(LoadOutcome.PUBLISHED);
        assertThat(report.profilesWritten()).isEqualTo(3_000);
        PrivacyReport privacy = report.privacy();
        assertThat(privacy.anonymity().kReached()).isGreaterThanOrEqualTo(10);
        assertThat(privacy.anonymity().lReached())
                .hasSize(2)
                .allSatisfy((name, reached) -> assertThat(reached).isGreaterThanOrEqualTo(3));
        assertThat(privacy.persons().suppressedShare()).isLessThanOrEqualTo(0.05);
        assertThat(privacy.persons().published() + privacy.persons().suppressed())
                .isEqualTo(3_000);

        assertThat(rows(AnonymousFloor.FILE, """
                        SELECT min(persons) >= 10, min(amounts) >= 3, min(tiers) >= 3, sum(persons) FROM (
                          SELECT count(*) AS persons, count(DISTINCT amount_band) AS amounts,
                                 count(DISTINCT loyalty_tier) AS tiers
                          FROM projection GROUP BY birth_years, department, title, socio_professional_category)"""))
                .containsExactly(List.of(
                        "true",
                        "true",
                        "true",
                        Long.toString(privacy.anonymity().rows())));
        assertThat(rows(
                        ProfileFloor.FILE,
                        "SELECT attributes['title'][1], order_count > 0, consents['analytics'], legal_basis"
                                + " FROM profile WHERE profile_key = '00000000000000000000000000000001'"))
                .hasSize(1);
        assertThat(rows(ProfileFloor.FILE, "SELECT id, row_count, outcome FROM load"))
                .containsExactly(List.of("1", "3000", "PUBLISHED"));
    }

    @Test
    void theAnonymousFloorHoldsNoKeyAndTheAnonymousWarehouseNoProfiles() throws Exception {
        try (Warehouse warehouse = Warehouse.open(settings(folder, Floors.ANONYMOUS), CLOCK)) {
            LoadReport report = warehouse.load(consenting(2_000));
            assertThat(report.outcome()).isEqualTo(LoadOutcome.PUBLISHED);
            assertThat(report.profilesWritten()).isZero();
            assertThat(warehouse.profileCount()).isZero();
            assertThat(warehouse.projectionSample(5).rows()).hasSize(5);
            assertThat(warehouse.projectionSample(1).columns())
                    .containsExactly(
                            "birth_years",
                            "department",
                            "title",
                            "socio_professional_category",
                            "amount_band",
                            "loyalty_tier");
        }
        assertThat(folder.resolve(ProfileFloor.FILE)).doesNotExist();
        assertThat(new String(Files.readAllBytes(folder.resolve(AnonymousFloor.FILE)), StandardCharsets.ISO_8859_1))
                .doesNotContain("0000000000000000000000000000");
    }

    @Test
    void switchingToAnonymousWithProfilesLeftIsRefused() {
        load(consenting(100));
        assertThatThrownBy(() -> Warehouse.open(settings(folder, Floors.ANONYMOUS), CLOCK))
                .isInstanceOf(WarehouseException.class)
                .hasMessageContaining("delete the file, or set dmp.floors to both");
    }

    @Test
    void whoDidNotConsentIsLeftOutAndCounted() throws Exception {
        Stream<Profile> delivered = IntStream.range(0, 3_000).mapToObj(person -> switch (person % 3) {
            case 0 -> profile(person, Map.of("analytics", Consent.GRANTED));
            case 1 -> profile(person, Map.of("analytics", Consent.REFUSED));
            default -> profile(person, Map.of());
        });
        LoadReport report = load(delivered);
        assertThat(report.privacy().persons().delivered()).isEqualTo(3_000);
        assertThat(report.privacy().persons().leftOut()).isEqualTo(2_000);
        assertThat(report.privacy().persons().considered()).isEqualTo(1_000);
        assertThat(rows(
                        ProfileFloor.FILE,
                        "SELECT count(*), count(*) FILTER (consents['analytics'] = 'granted') FROM profile"))
                .containsExactly(List.of("1000", "1000"));
    }

    @Test
    void loadingTheSameAgainChangesNothing() throws Exception {
        load(consenting(2_000));
        List<List<String>> before = rows(AnonymousFloor.FILE, PROJECTION);
        LoadReport again = load(consenting(2_000));
        assertThat(again.load()).isEqualTo(2);
        assertThat(again.privacy().persons().waiting()).isZero();
        assertThat(rows(AnonymousFloor.FILE, PROJECTION)).isEqualTo(before);
        assertThat(rows(ProfileFloor.FILE, "SELECT count(*) FROM profile")).containsExactly(List.of("2000"));
        assertThat(rows(AnonymousFloor.FILE, "SELECT load_id FROM publication")).containsExactly(List.of("1"));
    }

    @Test
    void aPersonWhoComesAloneWaits() throws Exception {
        load(consenting(2_000));
        List<List<String>> before = rows(AnonymousFloor.FILE, PROJECTION);
        LoadReport oneMore = load(consenting(2_001));
        assertThat(oneMore.outcome()).isEqualTo(LoadOutcome.PUBLISHED);
        assertThat(oneMore.privacy().comparedWith()).containsExactly(1L);
        assertThat(oneMore.privacy().persons().waiting()
                        + oneMore.privacy().persons().suppressed())
                .isPositive();
        assertThat(rows(AnonymousFloor.FILE, PROJECTION)).isEqualTo(before);
        assertThat(rows(ProfileFloor.FILE, "SELECT count(*) FROM profile")).containsExactly(List.of("2001"));
    }

    @Test
    void severalProfilesOfOneKeyAreOnePerson() {
        LoadReport report = load(Stream.concat(consenting(500), consenting(500)));
        assertThat(report.profilesWritten()).isEqualTo(500);
        assertThat(report.privacy().persons().repeated()).isEqualTo(500);
        assertThat(report.privacy().persons().considered()).isEqualTo(500);
        LoadReport same = load(Stream.generate(() -> profile(1, Map.of("analytics", Consent.GRANTED)))
                .limit(1_000));
        assertThat(same.outcome()).isEqualTo(LoadOutcome.REFUSED);
    }

    @Test
    void tooFewPersonsAreRefusedAndTheProjectionStays() throws Exception {
        load(consenting(2_000));
        List<List<String>> before = rows(AnonymousFloor.FILE, PROJECTION);
        LoadReport report = load(consenting(6));
        assertThat(report.outcome()).isEqualTo(LoadOutcome.REFUSED);
        assertThat(report.privacy().reasons()).singleElement().asString().contains("k = 10");
        assertThat(rows(AnonymousFloor.FILE, PROJECTION)).isEqualTo(before);
        assertThat(rows(AnonymousFloor.FILE, "SELECT id, outcome FROM load ORDER BY id"))
                .containsExactly(List.of("1", "PUBLISHED"), List.of("2", "REFUSED"));
        assertThat(rows(ProfileFloor.FILE, "SELECT count(*) FROM profile")).containsExactly(List.of("6"));
    }

    @Test
    void aLoadThatFailsHalfwayLeavesBothFloorsAsTheyWere() throws Exception {
        load(consenting(2_000));
        List<List<String>> before = rows(AnonymousFloor.FILE, PROJECTION);
        Stream<Profile> broken = consenting(1_500).peek(each -> {
            if (each.key().equals(profile(1_280, Map.of()).key())) {
                throw new IllegalStateException("the source went away");
            }
        });
        assertThatThrownBy(() -> load(broken)).isInstanceOf(IllegalStateException.class);
        assertThat(rows(AnonymousFloor.FILE, PROJECTION)).isEqualTo(before);
        assertThat(rows(ProfileFloor.FILE, "SELECT count(*) FROM profile")).containsExactly(List.of("2000"));
        try (Warehouse warehouse = open()) {
            assertThat(warehouse.latestReport()).hasValueSatisfying(report -> {
                assertThat(report.outcome()).isEqualTo(LoadOutcome.FAILED);
                assertThat(report.reasons()).containsExactly("the load was stopped by IllegalStateException");
            });
            assertThat(warehouse.load(consenting(2_000)).load()).isEqualTo(3);
        }
    }

    @Test
    void aProfileWithAnAttributeThatIsNotConfiguredStopsTheLoad() {
        Profile smuggled = new Profile(
                "0123456789abcdef",
                Map.of("email", List.of("anna@example.fr")),
                OrderSummary.NONE,
                Map.of("analytics", Consent.GRANTED),
                LegalBasis.CONSENT);
        assertThatThrownBy(() -> load(Stream.of(smuggled)))
                .isInstanceOf(DmpException.class)
                .hasMessageContaining("[email]")
                .hasMessageNotContaining("anna@example.fr");
    }

    @Test
    void isTheSameAfterClosingAndOpening() {
        LoadReport report = load(consenting(2_000));
        try (Warehouse warehouse = open()) {
            assertThat(warehouse.latestReport()).contains(report.privacy());
            assertThat(warehouse.profileCount()).isEqualTo(2_000);
            assertThat(warehouse.projectionSample(1_000).rows()).hasSize(1_000);
            assertThatThrownBy(() -> warehouse.projectionSample(0)).isInstanceOf(DmpException.class);
        }
    }

    @Test
    void aNewWarehouseIsEmpty() {
        try (Warehouse warehouse = open()) {
            assertThat(warehouse.latestReport()).isEmpty();
            assertThat(warehouse.profileCount()).isZero();
            assertThat(warehouse.projectionSample(10)).isEqualTo(new ProjectionSample(List.of(), List.of()));
        }
    }

    @Test
    void eachLoadLeavesItsReportBesideTheFiles() throws IOException {
        LoadReport report = load(consenting(2_000));
        Path reports = folder.resolve("reports");
        assertThat(PrivacyReport.fromJson(Files.readString(reports.resolve("load-000001.json"))))
                .isEqualTo(report.privacy());
        assertThat(Files.readString(reports.resolve("load-000001.txt")))
                .contains(
                        "Privacy report of load 1 at 2026-06-15T03:00:00Z: PUBLISHED",
                        "k-anonymity",
                        "column department");
    }

    @Test
    void theFilesAreTheOwnersAlone() throws IOException {
        load(consenting(100));
        for (String file : List.of(ProfileFloor.FILE, AnonymousFloor.FILE)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aSchemaOfALaterReleaseIsRefused() throws Exception {
        load(consenting(100));
        rows(AnonymousFloor.FILE, "INSERT INTO schema_version (version) VALUES (99) RETURNING version");
        assertThatThrownBy(this::open)
                .isInstanceOf(WarehouseException.class)
                .hasMessageContaining("version 99")
                .hasMessageContaining("newer one");
    }

    private LoadReport load(Stream<Profile> profiles) {
        try (Warehouse warehouse = open()) {
            return warehouse.load(profiles);
        }
    }

    private Warehouse open() {
        return Warehouse.open(settings(folder, Floors.BOTH), CLOCK);
    }

    /** Looks into a file as anybody with DuckDB would. */
    private List<List<String>> rows(String file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve(file));
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    row.add(found.getString(column));
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
