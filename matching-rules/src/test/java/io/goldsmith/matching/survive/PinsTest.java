package io.goldsmith.matching.survive;

import static io.goldsmith.matching.survive.CandidateFixtures.JANUARY;
import static io.goldsmith.matching.survive.CandidateFixtures.JUNE;
import static io.goldsmith.matching.survive.CandidateFixtures.MARCH;
import static io.goldsmith.matching.survive.CandidateFixtures.NOW;
import static io.goldsmith.matching.survive.CandidateFixtures.by;
import static io.goldsmith.matching.survive.CandidateFixtures.candidate;
import static io.goldsmith.matching.survive.CandidateFixtures.pin;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What stewards pin beats every rule, parties and purposes restrict, and disagreement above a level is a conflict. */
class PinsTest {

    private static final Candidate CRM = candidate(
            "crm",
            MARCH,
            Map.of("family_name", List.of("Lefèvre"), "street", List.of("1 rue A"), "phone", List.of("+331")));
    private static final Candidate ERP =
            candidate("erp", JUNE, Map.of("family_name", List.of("Lefebvre"), "phone", List.of("+332")));
    private static final Survivorship RECENT = by(SurvivorshipStrategy.MOST_RECENT);

    private static SurvivorshipRule rule(
            List<SourceParty> parties, Set<String> purposes, Optional<ConflictLevel> conflict) {
        return new SurvivorshipRule(
                SurvivorshipStrategy.MOST_RECENT, List.of(), Optional.empty(), parties, purposes, conflict);
    }

    @Test
    void aPinBeatsEveryRuleUntilItsDateAndNamesItsSteward() {
        Pin pin = pin(1, CRM, JUNE, Optional.of(NOW), "family_name", "Le Fèvre");

        Survivors before = RECENT.survive(List.of(CRM, ERP), List.of(pin), NOW.minusSeconds(1));
        Survivors after = RECENT.survive(List.of(CRM, ERP), List.of(pin), NOW);

        assertThat(before.values().first("family_name")).contains("Le Fèvre");
        assertThat(before.validUntil()).contains(NOW);
        Provenance provenance = before.provenance().get("family_name");
        assertThat(provenance.rule()).isEqualTo("pinned");
        assertThat(provenance.pinnedBy()).contains("claire");
        assertThat(provenance.asOf()).isEqualTo(JUNE);
        assertThat(provenance.losers())
                .extracting(Provenance.Loser::record)
                .containsExactly(ERP.record(), CRM.record());
        assertThat(after).isEqualTo(RECENT.survive(List.of(CRM, ERP), NOW));
    }

    @Test
    void theNewerOfTwoPinsWinsAndTheOtherLoses() {
        Pin older = pin(1, CRM, MARCH, Optional.empty(), "family_name", "Ancien");
        Pin newer = pin(2, ERP, JUNE, Optional.empty(), "family_name", "Nouveau");

        Provenance provenance = RECENT.survive(List.of(CRM, ERP), List.of(older, newer), NOW)
                .provenance()
                .get("family_name");

        assertThat(provenance.record()).isEqualTo(ERP.record());
        assertThat(provenance.losers().get(0).values()).containsEntry("family_name", List.of("Ancien"));
        assertThat(provenance.losers().get(0).pinnedBy()).contains("claire");
    }

    @Test
    void aPinGoesWithItsRecord() {
        Pin pin = pin(1, CRM, JUNE, Optional.empty(), "family_name", "Le Fèvre");

        assertThat(RECENT.survive(List.of(ERP), List.of(pin), NOW)).isEqualTo(RECENT.survive(List.of(ERP), NOW));
    }

    @Test
    void pinnedValuesOfAMultiValuedAttributeAreNotUnitedWithOthers() {
        Pin none = pin(1, CRM, JUNE, Optional.empty(), "phone");

        Survivors survivors = RECENT.survive(List.of(CRM, ERP), List.of(none), NOW);

        assertThat(survivors.values().isKnown("phone")).isTrue();
        assertThat(survivors.values().all("phone")).isEmpty();
    }

    @Test
    void partiesRankAndThoseNotNamedClaimNothing() {
        Candidate partner = candidate("partner", NOW, Map.of("family_name", List.of("Partenaire")));
        Survivorship ranked = by(rule(List.of(SourceParty.FIRST, SourceParty.SECOND), Set.of(), Optional.empty()));
        Survivorship firstOnly = by(rule(List.of(SourceParty.FIRST), Set.of(), Optional.empty()));

        assertThat(ranked.survive(List.of(partner, CRM), NOW).values().first("family_name"))
                .contains("Lefèvre");
        assertThat(ranked.survive(List.of(partner), NOW).values().first("family_name"))
                .contains("Partenaire");
        assertThat(firstOnly.survive(List.of(partner), NOW).provenance()).isEmpty();
    }

    @Test
    void aValueThatMayNotServeThePurposeIsNotConsidered() {
        Candidate web = candidate("web", JANUARY, Map.of("family_name", List.of("Webb")));
        Survivorship marketing = by(rule(List.of(), Set.of("marketing"), Optional.empty()));

        assertThat(marketing.survive(List.of(CRM, ERP, web), NOW).values().first("family_name"))
                .contains("Webb");
    }

    @Test
    void sourcesThatAreBelievedEnoughAndDisagreeAreAConflictUntilAPinSettlesIt() {
        Survivorship rules = by(rule(List.of(), Set.of(), Optional.of(new ConflictLevel(70))));
        Candidate agreeing = candidate("accounting", JUNE, Map.of("family_name", List.of("LEFÈVRE")));
        Pin pin = pin(1, CRM, JUNE, Optional.empty(), "family_name", "Lefèvre");

        assertThat(rules.survive(List.of(CRM, ERP), NOW).conflicts())
                .containsExactly(new Conflict(
                        "family_name",
                        List.of(new Conflict.Side(ERP.record(), JUNE), new Conflict.Side(CRM.record(), MARCH))));
        assertThat(rules.survive(List.of(CRM, agreeing), NOW).conflicts()).isEmpty();
        assertThat(rules.survive(List.of(CRM, ERP), List.of(pin), NOW).conflicts())
                .isEmpty();
        assertThat(by(rule(List.of(), Set.of(), Optional.of(new ConflictLevel(75))))
                        .survive(List.of(CRM, ERP), NOW)
                        .conflicts())
                .isEmpty();
    }

    @Property(tries = 300)
    void theOrderOfCandidatesAndPinsDoesNotMatterAndNothingChangesBeforeValidUntil(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 6) int count, @ForAll SurvivorshipStrategy strategy) {
        Random random = new Random(seed);
        List<Candidate> candidates = new ArrayList<>(List.of(CRM, ERP));
        List<Pin> pins = new ArrayList<>();
        for (int decision = 0; decision < count; decision++) {
            Instant madeAt = JANUARY.plus(Duration.ofDays(100L * random.nextInt(4)));
            Optional<Instant> until = random.nextBoolean()
                    ? Optional.empty()
                    : Optional.of(madeAt.plus(Duration.ofDays(50L + random.nextInt(400))));
            String name = random.nextBoolean() ? "family_name" : "phone";
            pins.add(pin(decision, random.nextBoolean() ? CRM : ERP, madeAt, until, name, "P" + random.nextInt(3)));
        }
        Survivorship rules = by(
                strategy == SurvivorshipStrategy.SOURCE_PRIORITY
                        ? new SurvivorshipRule(strategy, List.of("crm"), Optional.empty())
                        : SurvivorshipRule.of(strategy));
        Survivors survivors = rules.survive(candidates, pins, NOW);

        Collections.shuffle(candidates, random);
        Collections.shuffle(pins, random);

        assertThat(rules.survive(candidates, pins, NOW)).isEqualTo(survivors);
        Instant last =
                survivors.validUntil().orElse(NOW.plus(Duration.ofDays(2000))).minusNanos(1_000);
        assertThat(rules.survive(candidates, pins, last).values()).isEqualTo(survivors.values());
    }
}
