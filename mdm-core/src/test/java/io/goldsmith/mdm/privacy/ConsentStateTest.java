package io.goldsmith.mdm.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.privacy.ConsentState.Verdict;
import io.goldsmith.mdm.source.Channel;
import io.goldsmith.mdm.source.ConsentStatus;
import io.goldsmith.mdm.source.LegalBasis;
import io.goldsmith.mdm.source.SourceSystem.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ConsentStateTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }

    private static ConsentFact fact(ConsentStatus status, Party party, int day) {
        return fact(status, party, day, Channel.EMAIL, LegalBasis.CONSENT, Optional.empty(), Optional.empty());
    }

    private static ConsentFact fact(
            ConsentStatus status,
            Party party,
            int day,
            Channel channel,
            LegalBasis basis,
            Optional<Instant> expiresAt,
            Optional<String> recordedBy) {
        return new ConsentFact(
                new RecordId(party.name().toLowerCase(Locale.ROOT), "1"),
                "marketing",
                channel,
                status,
                basis,
                "1",
                "",
                day(day),
                expiresAt,
                party,
                recordedBy);
    }

    private static Verdict verdict(ConsentFact... facts) {
        return ConsentState.of(List.of(facts), "marketing", Channel.EMAIL, day(100))
                .verdict();
    }

    @Test
    void nothingSaidIsUnknown() {
        assertThat(verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict(fact(ConsentStatus.GRANTED, Party.FIRST, 101)))
                .as("said later")
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aRefusalByThePersonBeatsAnyGrantOfAPartnerOrBroker() {
        assertThat(verdict(fact(ConsentStatus.REFUSED, Party.FIRST, 1), fact(ConsentStatus.GRANTED, Party.SECOND, 2)))
                .isEqualTo(Verdict.DENIED);
        assertThat(verdict(fact(ConsentStatus.OBJECTED, Party.FIRST, 1), fact(ConsentStatus.GRANTED, Party.THIRD, 50)))
                .isEqualTo(Verdict.DENIED);
    }

    @Test
    void onlyALaterFirstPartyGrantLiftsIt() {
        ConsentFact withdrawal = fact(ConsentStatus.WITHDRAWN, Party.FIRST, 5);
        assertThat(verdict(withdrawal, fact(ConsentStatus.GRANTED, Party.FIRST, 4)))
                .isEqualTo(Verdict.DENIED);
        assertThat(verdict(withdrawal, fact(ConsentStatus.GRANTED, Party.FIRST, 5)))
                .as("at the same time, no means no")
                .isEqualTo(Verdict.DENIED);
        assertThat(verdict(withdrawal, fact(ConsentStatus.GRANTED, Party.FIRST, 6)))
                .isEqualTo(Verdict.PERMITTED);
    }

    @Test
    void whatAPersonRecordedIsFirstHandWhateverTheSource() {
        ConsentFact toldTheShop = fact(
                ConsentStatus.OBJECTED,
                Party.THIRD,
                1,
                Channel.ANY,
                LegalBasis.CONSENT,
                Optional.empty(),
                Optional.of("claire"));
        assertThat(verdict(toldTheShop, fact(ConsentStatus.GRANTED, Party.SECOND, 2)))
                .isEqualTo(Verdict.DENIED);
    }

    @Test
    void aPartnersNoEndsWhatPartnersSaidAndNotWhatThePersonToldTheCompany() {
        ConsentFact partnersNo = fact(ConsentStatus.WITHDRAWN, Party.SECOND, 5);
        assertThat(verdict(partnersNo, fact(ConsentStatus.GRANTED, Party.SECOND, 4)))
                .isEqualTo(Verdict.DENIED);
        assertThat(verdict(partnersNo, fact(ConsentStatus.GRANTED, Party.SECOND, 6)))
                .isEqualTo(Verdict.PERMITTED);
        assertThat(verdict(partnersNo, fact(ConsentStatus.GRANTED, Party.FIRST, 4)))
                .isEqualTo(Verdict.PERMITTED);
    }

    @Test
    void aGrantExpiresAndANoDoesNot() {
        Optional<Instant> soon = Optional.of(day(50));
        assertThat(verdict(fact(
                        ConsentStatus.GRANTED,
                        Party.FIRST,
                        1,
                        Channel.EMAIL,
                        LegalBasis.CONSENT,
                        soon,
                        Optional.empty())))
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict(fact(
                        ConsentStatus.REFUSED,
                        Party.FIRST,
                        1,
                        Channel.EMAIL,
                        LegalBasis.CONSENT,
                        soon,
                        Optional.empty())))
                .isEqualTo(Verdict.DENIED);
    }

    @Test
    void aNoOnOneChannelLeavesTheOthers() {
        List<ConsentFact> facts = List.of(
                fact(
                        ConsentStatus.GRANTED,
                        Party.FIRST,
                        1,
                        Channel.ANY,
                        LegalBasis.CONSENT,
                        Optional.empty(),
                        Optional.empty()),
                fact(ConsentStatus.REFUSED, Party.FIRST, 2));
        assertThat(ConsentState.of(facts, "marketing", Channel.EMAIL, day(100)).verdict())
                .isEqualTo(Verdict.DENIED);
        assertThat(ConsentState.of(facts, "marketing", Channel.POST, day(100)).verdict())
                .isEqualTo(Verdict.PERMITTED);
        assertThat(ConsentState.of(facts, "analytics", Channel.POST, day(100)).verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void whatTheLawObligesToHoldsWhateverIsSaid() {
        ConsentFact invoices = fact(
                ConsentStatus.GRANTED,
                Party.FIRST,
                1,
                Channel.ANY,
                LegalBasis.LEGAL_OBLIGATION,
                Optional.empty(),
                Optional.empty());
        assertThat(verdict(invoices, fact(ConsentStatus.OBJECTED, Party.FIRST, 2)))
                .isEqualTo(Verdict.PERMITTED);
    }

    private static List<ConsentFact> randomFacts(Random random) {
        List<ConsentFact> facts = new ArrayList<>();
        for (int i = random.nextInt(7); i >= 0; i--) {
            facts.add(fact(
                    ConsentStatus.values()[random.nextInt(4)],
                    Party.values()[random.nextInt(3)],
                    random.nextInt(4),
                    Channel.values()[random.nextInt(4)],
                    LegalBasis.values()[random.nextInt(2)],
                    random.nextBoolean() ? Optional.empty() : Optional.of(day(99 + random.nextInt(4))),
                    random.nextInt(4) == 0 ? Optional.of("claire") : Optional.empty()));
        }
        return facts;
    }

    @Property(tries = 500)
    void theOrderOfTheFactsDoesNotMatter(@ForAll long seed, @ForAll Channel channel) {
        Random random = new Random(seed);
        List<ConsentFact> facts = randomFacts(random);
        ConsentState state = ConsentState.of(facts, "marketing", channel, day(100));

        Collections.shuffle(facts, random);

        assertThat(ConsentState.of(facts, "marketing", channel, day(100))).isEqualTo(state);
    }

    @Property(tries = 500)
    void afterANoOfThePersonNothingThatAPartnerSaysIsPermitted(@ForAll long seed, @ForAll Channel channel) {
        Random random = new Random(seed);
        List<ConsentFact> facts = randomFacts(random);
        facts.removeIf(
                fact -> fact.isFirstHand() && fact.isGrant() && fact.basis().restsOnWill());
        facts.removeIf(fact -> !fact.basis().restsOnWill());
        facts.add(fact(
                ConsentStatus.OBJECTED,
                Party.FIRST,
                random.nextInt(4),
                Channel.ANY,
                LegalBasis.CONSENT,
                Optional.empty(),
                Optional.empty()));

        assertThat(ConsentState.of(facts, "marketing", channel, day(100)).verdict())
                .isEqualTo(Verdict.DENIED);
    }
}
