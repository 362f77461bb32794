package io.goldsmith.mdm.reference;

import static io.goldsmith.mdm.resolution.ResolutionWorld.JANUARY;
import static io.goldsmith.mdm.resolution.ResolutionWorld.MARCH;
import static io.goldsmith.mdm.resolution.ResolutionWorld.anna;
import static io.goldsmith.mdm.resolution.ResolutionWorld.deleted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.matching.survive.Provenance;
import io.goldsmith.matching.survive.Verification;
import io.goldsmith.matching.survive.VerificationStatus;
import io.goldsmith.mdm.publish.ChangeEvent;
import io.goldsmith.mdm.resolution.ConsistencyReport;
import io.goldsmith.mdm.resolution.Invariant;
import io.goldsmith.mdm.resolution.ResolutionProgress;
import io.goldsmith.mdm.resolution.ResolutionWorld;
import io.goldsmith.mdm.run.Run;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From the entries of reference data to golden values, whatever the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReferenceVerificationContract {

    private static final String BAN = "ban/adresses-35";
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    private static final ReferenceEntry HAUTE =
            new ReferenceEntry.Address("35238_1_12", "12", "bis", "Rue Haute", "35000", "Rennes");
    private static final ReferenceEntry MONNAIE =
            new ReferenceEntry.Address("35238_2_4", "4", "", "Rue de la Monnaie", "35000", "Rennes");

    private ResolutionWorld world;

    abstract DatabaseSettings database();

    @BeforeAll
    void open() {
        world = ResolutionWorld.open(
                database(),
                java.time.Clock.fixed(ResolutionWorld.NOW, java.time.ZoneOffset.UTC),
                yaml -> yaml.replace(
                                "    siren:       {type: identifier, part: siren}\n",
                                "    siren:       {type: identifier, part: siren}\n"
                                        + "    siret:       {type: identifier, part: siret}\n"
                                        + "    company:     {type: company-name}\n")
                        + """
                            address: {strategy: trust-score}
                            siren: {strategy: trust-score}
                        verification:
                          address: {gain: 15, use-corrected: true}
                          siren: {gain: 25}
                          siret: {}
                          company: {}
                        """);
    }

    @BeforeEach
    void nothing() {
        world.empty();
    }

    @AfterAll
    void close() {
        world.close();
    }

    private void load(String dataset, LocalDate dated, ReferenceEntry... entries) {
        try (EditionLoad load = world.hub().referenceData().begin(dataset, entries[0].layout(), dated)) {
            assertThat(load.add(List.of(entries))).isEmpty();
            load.complete();
        }
    }

    private void settle() {
        world.resolve();
        world.hub().verification().verifyDue();
        world.hub().resolution().evaluateDue();
    }

    private Provenance address(String record) {
        return world.golden(record).provenance().get("address");
    }

    private static String[] at(String street, String postcode, String town) {
        return new String[] {"street", street, "postcode", postcode, "town", town};
    }

    private void assertSound() {
        ConsistencyReport report = world.hub().consistencyCheck().run(ResolutionProgress.NONE);
        assertThat(report.isSound()).as(report.toString()).isTrue();
    }

    @Test
    void aVerifiedAddressIsBelievedMoreAndSaysByWhat() {
        load(BAN, MAY, HAUTE, MONNAIE);
        world.land(
                anna("crm:1", JANUARY, at("99 rue Basse", "35000", "Rennes")),
                anna("erp:1", JANUARY, at("12 bis rue Haute", "35000", "Rennes")));
        settle();

        // 70 and 15 more, where the other has 80.
        assertThat(world.golden("crm:1").attributes().first("street")).contains("12 bis rue Haute");
        assertThat(address("crm:1").record().source()).isEqualTo("erp");
        assertThat(address("crm:1").verification())
                .contains(new Verification(BAN, MAY, VerificationStatus.VERIFIED, Map.of(), false));
        world.hub().outbox().relay();
        assertThat(world.hub().outbox().after(0, 100))
                .extracting(ChangeEvent::cause)
                .contains("verification");
        assertSound();
    }

    @Test
    void aCorrectedAddressTakesThePlaceOfWhatTheSourceHas() {
        load(BAN, MAY, HAUTE, MONNAIE);
        world.land(anna("crm:1", JANUARY, at("4 rue de la Monaie, appt 3", "35000", "Rennes")));
        settle();

        assertThat(world.golden("crm:1").attributes().first("street")).contains("4 Rue de la Monnaie APPARTEMENT 3");
        assertThat(address("crm:1").verification()).hasValueSatisfying(said -> {
            assertThat(said.status()).isEqualTo(VerificationStatus.CORRECTED);
            assertThat(said.isApplied()).isTrue();
            assertThat(said.corrections()).containsOnlyKeys("street");
        });
        assertSound();
    }

    @Test
    void anAddressThatTheReferenceLacksIsUnknownAndOneElsewhereIsNotSpokenOf() {
        load(BAN, MAY, HAUTE);
        world.land(
                anna("crm:1", JANUARY, at("7 rue Haute", "35000", "Rennes")),
                anna(
                        "crm:2",
                        JANUARY,
                        "birth_date",
                        "1970-01-01",
                        "street",
                        "1 rue Haute",
                        "postcode",
                        "56000",
                        "town",
                        "Vannes"),
                anna(
                        "crm:3",
                        JANUARY,
                        "birth_date",
                        "1971-01-01",
                        "street",
                        "Le Bourg",
                        "postcode",
                        "35000",
                        "town",
                        "Rennes"));
        settle();

        assertThat(address("crm:1").verification())
                .hasValueSatisfying(said -> assertThat(said.status()).isEqualTo(VerificationStatus.UNKNOWN));
        assertThat(address("crm:2").verification()).isEmpty();
        assertThat(world.count("verification where finding = 'NO_NUMBER'")).isEqualTo(1);
        assertSound();
    }

    @Test
    void anEditionTakesThePlaceOfTheOneBeforeAllAtOnceAndWhatItSaysAnewIsEvaluated() {
        load(BAN, MAY, HAUTE, MONNAIE);
        world.land(
                anna("crm:1", JANUARY, at("12 bis rue Haute", "35000", "Rennes")),
                anna(
                        "crm:2",
                        JANUARY,
                        "birth_date",
                        "1970-01-01",
                        "street",
                        "4 rue de la Monnaie",
                        "postcode",
                        "35000",
                        "town",
                        "Rennes"));
        settle();
        int version = world.golden("crm:1").version();
        try (EditionLoad load = world.hub().referenceData().begin(BAN, ReferenceLayout.ADDRESSES, JUNE)) {
            load.add(List.of(HAUTE));
            settle();
            assertThat(world.hub().referenceData().editions())
                    .extracting(ReferenceEdition::dated)
                    .containsExactly(MAY);
            load.complete();
        }
        settle();

        assertThat(world.hub().referenceData().editions())
                .extracting(ReferenceEdition::dated)
                .containsExactly(JUNE);
        assertThat(world.golden("crm:1").version())
                .as("what the new edition says again changes nothing")
                .isEqualTo(version);
        assertThat(address("crm:1").verification().orElseThrow().edition()).isEqualTo(MAY);
        assertThat(address("crm:2").verification())
                .contains(new Verification(BAN, JUNE, VerificationStatus.UNKNOWN, Map.of(), false));
        assertThat(world.count("reference_address")).isEqualTo(1);
        Run run = world.hub().runs().latest(1).get(0);
        assertThat(run.name()).isEqualTo(ReferenceVerification.RUN);
        assertThat(run.counts()).containsEntry("records", 2L).containsEntry("changed", 1L);
        assertSound();
    }

    @Test
    void anEditionThatIsNotCompleteIsForgottenAndOneTooSmallOrTooOldIsRefused() {
        load(BAN, MAY, HAUTE, MONNAIE, new ReferenceEntry.Address("3", "5", "", "Rue Haute", "35000", "Rennes"));
        try (EditionLoad load = world.hub().referenceData().begin(BAN, ReferenceLayout.ADDRESSES, JUNE)) {
            load.add(List.of(HAUTE));
            assertThatThrownBy(load::complete)
                    .isInstanceOf(ReferenceException.class)
                    .hasMessageContaining("is the file whole");
        }
        assertThat(world.count("reference_address")).isEqualTo(3);
        assertThatThrownBy(() -> world.hub().referenceData().begin(BAN, ReferenceLayout.ADDRESSES, MAY.minusDays(1)))
                .isInstanceOf(ReferenceException.class)
                .hasMessageContaining("must not be older");
        assertThatThrownBy(() -> world.hub().referenceData().begin(BAN, ReferenceLayout.LEGAL_UNITS, JUNE))
                .isInstanceOf(ReferenceException.class);

        EditionLoad killed = world.hub().referenceData().begin(BAN, ReferenceLayout.ADDRESSES, JUNE);
        killed.add(List.of(HAUTE));
        load(BAN, JUNE, HAUTE, MONNAIE);
        assertThat(world.count("reference_address")).isEqualTo(2);
        assertThatThrownBy(() -> killed.add(List.of(HAUTE)))
                .isInstanceOf(ReferenceException.class)
                .hasMessageContaining("given up");
    }

    @Test
    void whatCannotBeLookedUpIsHandedBack() {
        try (EditionLoad load = world.hub().referenceData().begin(BAN, ReferenceLayout.ADDRESSES, MAY)) {
            ReferenceEntry nowhere = new ReferenceEntry.Address("1", "1", "", " ", "35000", "Rennes");
            assertThat(load.add(List.of(HAUTE, nowhere))).containsExactly(nowhere);
            load.complete();
        }
        try (EditionLoad load = world.hub().referenceData().begin("sirene/units", ReferenceLayout.LEGAL_UNITS, MAY)) {
            ReferenceEntry wrong = new ReferenceEntry.LegalUnit("732829321", true, List.of());
            assertThat(load.add(List.of(wrong))).containsExactly(wrong);
        }
    }

    private void company(String id, String... more) {
        List<String> all = new ArrayList<>(List.of(more));
        world.land(ResolutionWorld.person(id, JANUARY, all.toArray(String[]::new)));
    }

    private Optional<Verification> said(String record, String attribute) {
        return world.golden(record).provenance().get(attribute).verification();
    }

    private VerificationFinding finding(String attribute) {
        return VerificationFinding.valueOf(world.hub().store().inTransaction(transaction -> {
            try (java.sql.PreparedStatement query =
                    transaction.connection().prepareStatement("select finding from verification where subject = ?")) {
                query.setString(1, attribute);
                try (java.sql.ResultSet row = query.executeQuery()) {
                    row.next();
                    return row.getString(1);
                }
            }
        }));
    }

    @Test
    void aCompanyExistsIsActiveAndHasTheName() {
        load(
                "sirene/units",
                MAY,
                new ReferenceEntry.LegalUnit("732829320", true, List.of("ATELIERS DU COUESNON", "COUESNON")),
                new ReferenceEntry.LegalUnit("552100554", false, List.of("BRASSERIE FERMEE")));
        load("sirene/sites", MAY, new ReferenceEntry.Establishment("73282932000074", true));
        company("crm:1", "company", "Les Ateliers du Couesnon SARL", "siren", "732 829 320", "siret", "73282932000074");
        settle();

        assertThat(said("crm:1", "siren").orElseThrow().status()).isEqualTo(VerificationStatus.VERIFIED);
        assertThat(said("crm:1", "siret").orElseThrow().reference()).isEqualTo("sirene/sites");

        world.empty();
        load("sirene/units", MAY, new ReferenceEntry.LegalUnit("732829320", true, List.of("ATELIERS DU COUESNON")));
        company("crm:1", "company", "Atelier du Couesnon", "siren", "732829320");
        settle();
        assertThat(said("crm:1", "company")).hasValueSatisfying(said -> {
            assertThat(said.status()).isEqualTo(VerificationStatus.CORRECTED);
            assertThat(said.corrections()).containsEntry("company", "ATELIERS DU COUESNON");
            assertThat(said.isApplied())
                    .as("it is a proposal, as the configuration has it")
                    .isFalse();
        });
        assertThat(world.golden("crm:1").attributes().first("company")).contains("Atelier du Couesnon");
        assertSound();
    }

    @Test
    void aCompanyThatCeasedOrHasAnotherNameOrIsNotThereIsUnknown() {
        load(
                "sirene/units",
                MAY,
                new ReferenceEntry.LegalUnit("732829320", false, List.of("ATELIERS DU COUESNON")),
                new ReferenceEntry.LegalUnit("552100554", true, List.of("BRASSERIE DU PORT")));
        company("crm:1", "siren", "732829320");
        settle();
        assertThat(finding("siren")).isEqualTo(VerificationFinding.CLOSED);

        company("crm:1", "siren", "552100554", "company", "Garage Dupuis");
        world.execute("delete from source_record_version");
        world.empty();
        load("sirene/units", MAY, new ReferenceEntry.LegalUnit("552100554", true, List.of("BRASSERIE DU PORT")));
        company("crm:1", "siren", "552100554", "company", "Garage Dupuis");
        settle();
        assertThat(finding("siren")).isEqualTo(VerificationFinding.NAME_DIFFERS);
        assertThat(said("crm:1", "siren").orElseThrow().status()).isEqualTo(VerificationStatus.UNKNOWN);
    }

    @Test
    void whatWasSaidOfAValueGoesWithIt() {
        load(BAN, MAY, HAUTE);
        world.land(anna("crm:1", JANUARY, at("12 bis rue Haute", "35000", "Rennes")));
        settle();
        world.land(anna("crm:1", MARCH, at("13 rue Haute", "35000", "Rennes")));
        world.resolve();
        assertThat(address("crm:1").verification())
                .as("of the new value nothing was said yet")
                .isEmpty();
        settle();
        assertThat(address("crm:1").verification().orElseThrow().status()).isEqualTo(VerificationStatus.UNKNOWN);

        world.land(deleted("crm:1", MARCH.plusSeconds(60)));
        settle();
        assertThat(world.count("verification")).isZero();
        assertSound();
    }

    @Test
    void aFirstLoadAsABatchIsVerifiedToo() {
        load(BAN, MAY, HAUTE);
        world.land(anna("crm:1", JANUARY, at("12 bis rue Haute", "35000", "Rennes")));
        world.resolveBatch();
        world.hub().verification().verifyDue();
        world.hub().resolution().evaluateDue();

        assertThat(address("crm:1").verification().orElseThrow().status()).isEqualTo(VerificationStatus.VERIFIED);
        assertThat(world.count("verification_due")).isZero();
    }

    @Test
    void doctorFindsAnswersAboutOtherValuesAndMendsThem() {
        load(BAN, MAY, HAUTE);
        world.land(anna("crm:1", JANUARY, at("12 bis rue Haute", "35000", "Rennes")));
        settle();
        world.execute("update verification set value_hash = 'of something else'");

        ConsistencyReport report = world.hub().consistencyCheck().run(ResolutionProgress.NONE);
        assertThat(report.counts()).containsKey(Invariant.VERIFICATION);
        world.hub().rebuild().run(ResolutionProgress.NONE);
        settle();

        assertThat(address("crm:1").verification().orElseThrow().status()).isEqualTo(VerificationStatus.VERIFIED);
        assertSound();
    }
}
