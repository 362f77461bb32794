package io.goldsmith.matching.survive;

import static io.goldsmith.matching.survive.CandidateFixtures.GROUPS;
import static io.goldsmith.matching.survive.CandidateFixtures.JANUARY;
import static io.goldsmith.matching.survive.CandidateFixtures.JUNE;
import static io.goldsmith.matching.survive.CandidateFixtures.MARCH;
import static io.goldsmith.matching.survive.CandidateFixtures.NOW;
import static io.goldsmith.matching.survive.CandidateFixtures.by;
import static io.goldsmith.matching.survive.CandidateFixtures.candidate;
import static io.goldsmith.matching.survive.CandidateFixtures.doubting;
import static io.goldsmith.matching.survive.CandidateFixtures.echoing;
import static io.goldsmith.matching.survive.CandidateFixtures.unchangedSince;
import static io.goldsmith.matching.survive.SurvivorshipStrategy.MOST_COMPLETE;
import static io.goldsmith.matching.survive.SurvivorshipStrategy.MOST_FREQUENT;
import static io.goldsmith.matching.survive.SurvivorshipStrategy.MOST_RECENT;
import static io.goldsmith.matching.survive.SurvivorshipStrategy.SOURCE_PRIORITY;
import static io.goldsmith.matching.survive.SurvivorshipStrategy.TRUST_SCORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.matching.MatchingException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SurvivorshipTest {

    private static final Candidate CRM = candidate(
            "crm",
            MARCH,
            Map.of(
                    "family_name", List.of(" Lefèvre "),
                    "street", List.of("12 rue Haute"),
                    "town", List.of("Lyon"),
                    "phone", List.of("+33611111111")));
    private static final Candidate ERP = candidate(
            "erp",
            JUNE,
            Map.of(
                    "family_name",
                    List.of("LEFEVRE"),
                    "postcode",
                    List.of("69002"),
                    "phone",
                    List.of("+33611111111", "+33622222222")));
    private static final Candidate ACCOUNTING =
            candidate("accounting", JANUARY, Map.of("family_name", List.of("Lefevre")));

    private static String familyName(Survivorship survivorship, Candidate... candidates) {
        return survivorship
                .survive(List.of(candidates), NOW)
                .values()
                .first("family_name")
                .orElse("none");
    }

    @Test
    void eachStrategyChoosesByItsCriterion() {
        assertThat(familyName(by(MOST_RECENT), CRM, ERP, ACCOUNTING)).isEqualTo("LEFEVRE");
        assertThat(familyName(by(TRUST_SCORE), CRM, ERP, ACCOUNTING)).isEqualTo("Lefevre");
        assertThat(familyName(
                        by(new SurvivorshipRule(SOURCE_PRIORITY, List.of("crm", "erp"), Optional.empty())),
                        CRM,
                        ERP,
                        ACCOUNTING))
                .as("shown as written by the source, trimmed")
                .isEqualTo("Lefèvre");
        assertThat(familyName(
                        by(MOST_FREQUENT),
                        ERP,
                        ACCOUNTING,
                        candidate("web", JUNE, Map.of("family_name", List.of("Le Fevre")))))
                .as("LEFEVRE has two supporters, the newest is shown")
                .isEqualTo("LEFEVRE");
    }

    @Test
    void mostCompleteTakesTheFullestAddressAsAWhole() {
        Survivors survivors = by(MOST_COMPLETE).survive(List.of(CRM, ERP), NOW);

        assertThat(survivors.values().first("street")).contains("12 rue Haute");
        assertThat(survivors.values().isKnown("postcode"))
                .as("the postcode of another address is not mixed in")
                .isFalse();
        assertThat(survivors.provenance().get("address").record()).isEqualTo(CRM.record());
        assertThat(survivors.provenance().get("address").losers())
                .extracting(Provenance.Loser::record)
                .containsExactly(ERP.record());
    }

    @Test
    void trustHalvesWithTheHalfLifeOfAge() {
        Survivorship slow = by(new SurvivorshipRule(TRUST_SCORE, List.of(), Optional.of(Duration.ofDays(3650))));
        Survivorship fast = by(new SurvivorshipRule(TRUST_SCORE, List.of(), Optional.of(Duration.ofDays(30))));

        assertThat(familyName(slow, ERP, ACCOUNTING)).isEqualTo("Lefevre");
        assertThat(familyName(fast, ERP, ACCOUNTING)).isEqualTo("LEFEVRE");
    }

    @Test
    void aValueThatFailedAWarningRuleIsBelievedHalfAsMuch() {
        assertThat(familyName(by(TRUST_SCORE), doubting(ACCOUNTING, "family_name"), ERP))
                .isEqualTo("LEFEVRE");
    }

    @Test
    void valuesOfAMultiValuedAttributeAreUnited() {
        Survivors survivors = by(MOST_RECENT).survive(List.of(CRM, ERP), NOW);

        assertThat(survivors.values().all("phone")).containsExactly("+33611111111", "+33622222222");
        assertThat(survivors.provenance().get("phone").record()).isEqualTo(ERP.record());
        assertThat(survivors.provenance().get("phone").values()).containsKey("phone");
    }

    @Test
    void aValueThatCouldNotBeStandardisedClaimsNothing() {
        Candidate placeholder = new Candidate(
                ERP.record(),
                1,
                NOW,
                Map.of(),
                ERP.raw(),
                io.goldsmith.matching.record.AttributeValues.none(),
                ERP.trust(),
                java.util.Set.of(),
                Map.of());

        assertThat(familyName(by(MOST_RECENT), placeholder, CRM)).isEqualTo("Lefèvre");
    }

    @Test
    void aNewerEmptyingOutranksAnOlderValueAndIsShownAsKnown() {
        Candidate emptied = candidate("erp", JUNE, Map.of("family_name", List.of()));

        Survivors survivors = by(MOST_RECENT).survive(List.of(CRM, emptied), NOW);

        assertThat(survivors.values().isKnown("family_name")).isTrue();
        assertThat(survivors.values().all("family_name")).isEmpty();
        assertThat(survivors.values().isKnown("street")).isTrue();
    }

    @Test
    void anEchoGainsNothingWhileItsOriginIsInTheCluster() {
        Candidate origin = candidate("crm", MARCH, Map.of("family_name", List.of("Neuve")));
        Candidate echo =
                echoing(candidate("accounting", JUNE, Map.of("family_name", List.of("Neuve"))), origin, "family_name");
        Candidate rival = candidate("erp", JANUARY, Map.of("family_name", List.of("Vieille")));

        Survivors survivors = by(MOST_FREQUENT).survive(List.of(origin, echo, rival), NOW);

        assertThat(survivors.provenance().get("family_name").record()).isEqualTo(origin.record());
        assertThat(survivors.provenance().get("family_name").losers()).hasSize(1);
        assertThat(survivors).isEqualTo(by(MOST_FREQUENT).survive(List.of(origin, rival), NOW));
    }

    @Test
    void anEchoWhoseOriginLeftKeepsItsFirstPlaceAndAge() {
        Candidate origin = candidate("crm", JANUARY, Map.of("family_name", List.of("Neuve")));
        Candidate echo =
                echoing(candidate("accounting", JUNE, Map.of("family_name", List.of("Neuve"))), origin, "family_name");
        Candidate rival = candidate("erp", MARCH, Map.of("family_name", List.of("Vieille")));

        Survivors survivors = by(MOST_RECENT).survive(List.of(echo, rival), NOW);

        assertThat(survivors.values().first("family_name")).contains("Vieille");
        Provenance.Loser loser =
                survivors.provenance().get("family_name").losers().get(0);
        assertThat(loser.record()).isEqualTo(origin.record());
        assertThat(loser.asOf()).isEqualTo(JANUARY);
    }

    @Test
    void whatTwoRecordsHaveOfEachOtherDoesNotVanish() {
        Candidate older = candidate("crm", JANUARY, Map.of("family_name", List.of("Vieille")));
        Candidate newer = candidate("erp", MARCH, Map.of("family_name", List.of("Neuve")));
        // The hub wrote the newer value over the older, while its writing of the older was still under way.
        Candidate crm = echoing(candidate("crm", JUNE, Map.of("family_name", List.of("Neuve"))), newer, "family_name");
        Candidate erp =
                echoing(candidate("erp", JUNE, Map.of("family_name", List.of("Vieille"))), older, "family_name");

        Survivors survivors = by(MOST_RECENT).survive(List.of(crm, erp), NOW);

        assertThat(survivors.values().first("family_name")).contains("Neuve");
        assertThat(survivors.provenance().get("family_name").record()).isEqualTo(newer.record());
        assertThat(survivors.provenance().get("family_name").asOf()).isEqualTo(MARCH);
        assertThat(survivors).isEqualTo(by(MOST_RECENT).survive(List.of(erp, crm), NOW));
    }

    @Test
    void anEchoIsHeardWhileItsOriginHasWhatTheHubWroteOfAThird() {
        Candidate first = candidate("crm", MARCH, Map.of("family_name", List.of("Neuve")));
        Candidate third = candidate("accounting", JANUARY, Map.of("family_name", List.of("Vieille")));
        Candidate origin =
                echoing(candidate("crm", JUNE, Map.of("family_name", List.of("Vieille"))), third, "family_name");
        Candidate echo = echoing(candidate("erp", JUNE, Map.of("family_name", List.of("Neuve"))), first, "family_name");

        Survivors survivors = by(MOST_RECENT).survive(List.of(origin, echo, third), NOW);

        assertThat(survivors.values().first("family_name")).contains("Neuve");
    }

    @Test
    void aStreetChangedAfterTheHubWroteTheAddressIsAClaimOfItsOwn() {
        Candidate origin = candidate("crm", MARCH, Map.of("street", List.of("1 rue A"), "town", List.of("Lyon")));
        Candidate changed = echoing(
                candidate("erp", JUNE, Map.of("street", List.of("2 rue B"), "town", List.of("Lyon"))), origin, "town");
        Candidate untouched = echoing(
                unchangedSince(
                        candidate("erp", JUNE, Map.of("street", List.of("1 rue A"), "town", List.of("Lyon"))),
                        JANUARY,
                        "street"),
                origin,
                "town");

        assertThat(by(MOST_RECENT)
                        .survive(List.of(origin, changed), NOW)
                        .values()
                        .first("street"))
                .contains("2 rue B");
        assertThat(by(MOST_RECENT)
                        .survive(List.of(origin, untouched), NOW)
                        .provenance()
                        .get("address")
                        .record())
                .isEqualTo(origin.record());
    }

    @Test
    void everyRuleThatDoesNotFitTheModelIsNamedAtOnce() {
        SurvivorshipSettings wrong = new SurvivorshipSettings(
                SurvivorshipRule.of(SOURCE_PRIORITY),
                Map.of("street", SurvivorshipRule.of(MOST_RECENT), "nickname", SurvivorshipRule.of(MOST_RECENT)));

        assertThatThrownBy(() -> Survivorship.of(GROUPS, wrong))
                .isInstanceOf(MatchingException.class)
                .hasMessageContaining("default.sources")
                .hasMessageContaining("attributes.nickname")
                .hasMessageContaining("'address'");
    }

    private static Candidate verified(Candidate candidate, String group, VerificationStatus status, int gain) {
        Verification said = new Verification("ban/adresses-35", LocalDate.of(2026, 5, 1), status, Map.of(), false);
        return candidate.verifiedAs(
                Map.of(group, new VerifiedValue(said, gain)), candidate.raw(), candidate.standard());
    }

    @Test
    void aVerifiedValueIsBelievedMoreButNeverMoreThanWholly() {
        Candidate crm = candidate("crm", JUNE, Map.of("family_name", List.of("Dupond")));
        Candidate erp = candidate("erp", JANUARY, Map.of("family_name", List.of("Dupont")));
        Survivorship byTrust = by(SurvivorshipStrategy.TRUST_SCORE);

        Survivors unverified = byTrust.survive(List.of(crm, erp), NOW);
        Survivors gained =
                byTrust.survive(List.of(crm, verified(erp, "family_name", VerificationStatus.VERIFIED, 11)), NOW);
        Survivors bothWholly = byTrust.survive(
                List.of(
                        verified(crm, "family_name", VerificationStatus.VERIFIED, 20),
                        verified(erp, "family_name", VerificationStatus.VERIFIED, 100)),
                NOW);

        assertThat(unverified.values().first("family_name")).contains("Dupond");
        assertThat(unverified.provenance().get("family_name").verification()).isEmpty();
        assertThat(gained.values().first("family_name")).contains("Dupont");
        assertThat(gained.provenance().get("family_name").verification())
                .hasValueSatisfying(said -> assertThat(said.status()).isEqualTo(VerificationStatus.VERIFIED));
        assertThat(bothWholly.values().first("family_name"))
                .as("both end at 100, and the newer one wins")
                .contains("Dupond");
    }

    @Test
    void whatAWarningRuleDoubtsIsHalvedThoughItIsVerified() {
        Candidate crm = candidate("crm", JANUARY, Map.of("family_name", List.of("Dupond")));
        Candidate erp = verified(
                doubting(candidate("erp", JUNE, Map.of("family_name", List.of("Dupont"))), "family_name"),
                "family_name",
                VerificationStatus.VERIFIED,
                30);

        assertThat(by(SurvivorshipStrategy.TRUST_SCORE)
                        .survive(List.of(crm, erp), NOW)
                        .values()
                        .first("family_name"))
                .contains("Dupond");
    }
}
