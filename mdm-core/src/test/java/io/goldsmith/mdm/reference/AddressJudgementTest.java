package io.goldsmith.mdm.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.standardise.StreetLine;
import io.goldsmith.matching.survive.VerificationStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What reference data say of an address. */
class AddressJudgementTest {

    private static final List<AddressEntry> RENNES = Stream.of(
                    entry(1, "12", "bis", "Rue de la Monnaie", "35000", "Rennes"),
                    entry(2, "12", "", "Rue de la Monnaie", "35000", "Rennes"),
                    entry(3, "4", "", "Avenue du Général Leclerc", "35700", "Rennes"),
                    entry(4, "8", "", "Rue du 8 Mai 1945", "35000", "Rennes"),
                    entry(5, "3", "", "Rue Foch", "35170", "Bruz"),
                    entry(6, "3", "", "Rue Roch", "35170", "Bruz"),
                    entry(7, "5", "", "Rue Haute", "35800", "Dinard"),
                    entry(8, "5", "", "Rue Haute", "35800", "Saint-Lunaire"))
            .toList();

    private static AddressEntry entry(
            int id, String number, String repetition, String street, String postcode, String town) {
        ReferenceEntry.Address written =
                new ReferenceEntry.Address("" + id, number, repetition, street, postcode, town);
        return new AddressEntry(1, written, AddressForm.of(written).orElseThrow());
    }

    private static AddressForm asked(String line, String postcode, String town) {
        // As a customer's values come: in standard form, line by line.
        return AddressForm.of(new ReferenceEntry.Address("", "", "", line, postcode, town))
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "12 bis rue de la Monnaie,      35000, RENNES CEDEX,  VERIFIED,  FOUND,     1",
        "12B r. de la Monnaie appt 4,   35000, Rennes,        VERIFIED,  FOUND,     1",
        "12 rue de la Monaie,           35000, Rennes,        CORRECTED, NEARLY,    2",
        "12 rue de la Monanie,          35000, Rennes,        CORRECTED, NEARLY,    2",
        "12 rue de la Monnaie,          35700, Rennes,        CORRECTED, NEARLY,    2",
        "12 rue de la Monnaie,          35000, Cesson,        CORRECTED, NEARLY,    2",
        "12 rue de la Monaie,           35000, Cesson,        UNKNOWN,   NOT_FOUND, ''",
        "12 rue de la Monaie,           35700, Rennes,        UNKNOWN,   NOT_FOUND, ''",
        "14 rue de la Monnaie,          35000, Rennes,        UNKNOWN,   NOT_FOUND, ''",
        "4 av Gal Leclerc,              35700, Rennes,        UNKNOWN,   NOT_FOUND, ''",
        "4 av du Gal Leclerc,           35700, Rennes,        VERIFIED,  FOUND,     3",
        "8 rue du 9 Mai 1945,           35000, Rennes,        UNKNOWN,   NOT_FOUND, ''",
        "3 rue Coch,                    35170, Bruz,          UNKNOWN,   AMBIGUOUS, ''",
        "3 rue Focx,                    35170, Bruz,          CORRECTED, NEARLY,    5",
        "3 rue Fxcx,                    35170, Bruz,          UNKNOWN,   NOT_FOUND, ''",
        "5 rue Haute,                   35800, Pleurtuit,     UNKNOWN,   AMBIGUOUS, ''",
    })
    void saysWhatTheReferenceHas(
            String line,
            String postcode,
            String town,
            VerificationStatus status,
            VerificationFinding finding,
            String id) {
        AddressJudgement judgement = AddressJudgement.of(asked(line, postcode, town), RENNES);

        assertThat(judgement.status()).isEqualTo(status);
        assertThat(judgement.finding()).isEqualTo(finding);
        assertThat(judgement.entry().map(entry -> entry.written().id()).orElse(""))
                .isEqualTo(id);
    }

    @Provide
    Arbitrary<AddressForm> forms() {
        Arbitrary<String> streets = Arbitraries.strings()
                .withChars("AB ")
                .ofMinLength(1)
                .ofMaxLength(14)
                .map(text -> "RUE " + text.strip())
                .filter(text -> text.length() > 5 && !text.contains("  "));
        return Combinators.combine(
                        Arbitraries.of("1", "2", "2 BIS"),
                        streets,
                        Arbitraries.of("35000", "35700"),
                        Arbitraries.of("RENNES", "BRUZ"))
                .as((number, street, postcode, town) ->
                        new AddressForm(new StreetLine(number, street, ""), postcode, town));
    }

    private static List<AddressEntry> entries(List<AddressForm> forms) {
        List<AddressEntry> entries = new ArrayList<>();
        for (AddressForm form : forms) {
            entries.add(new AddressEntry(
                    entries.size() % 2,
                    new ReferenceEntry.Address(
                            "id" + entries.size(),
                            form.line().number(),
                            "",
                            form.line().street(),
                            form.postcode(),
                            form.town()),
                    form));
        }
        return entries;
    }

    /** The order of the entries says nothing; what is there is verified, what is not never is; one correction differs in one part. */
    @Property(tries = 400)
    void isAFunctionOfTheSetOfEntries(
            @ForAll("forms") AddressForm asked,
            @ForAll List<@net.jqwik.api.From("forms") AddressForm> forms,
            @ForAll Random random) {
        List<AddressEntry> entries = entries(forms);
        AddressJudgement judgement = AddressJudgement.of(asked, entries);

        List<AddressEntry> shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, random);
        assertThat(AddressJudgement.of(asked, shuffled)).isEqualTo(judgement);
        assertThat(judgement.status() == VerificationStatus.VERIFIED).isEqualTo(forms.contains(asked));
        if (judgement.status() == VerificationStatus.CORRECTED) {
            AddressForm found = judgement.entry().orElseThrow().form();
            assertThat(forms).contains(found);
            assertThat(found.line().number()).isEqualTo(asked.line().number());
            long differing = Stream.of(
                            found.postcode().equals(asked.postcode()),
                            found.town().equals(asked.town()),
                            found.line().street().equals(asked.line().street()))
                    .filter(same -> !same)
                    .count();
            assertThat(differing).isEqualTo(1);
            assertThat(AddressJudgement.of(found, entries).status()).isEqualTo(VerificationStatus.VERIFIED);
        }
    }

    /** A correction holds only as long as nothing else comes near. */
    @Property(tries = 300)
    void moreEntriesNeverMakeAnotherCorrection(
            @ForAll("forms") AddressForm asked,
            @ForAll List<@net.jqwik.api.From("forms") AddressForm> forms,
            @ForAll("forms") AddressForm more) {
        AddressJudgement before = AddressJudgement.of(asked, entries(forms));
        List<AddressForm> all = new ArrayList<>(forms);
        all.add(more);
        AddressJudgement after = AddressJudgement.of(asked, entries(all));

        if (before.status() == VerificationStatus.CORRECTED && after.status() == VerificationStatus.CORRECTED) {
            assertThat(after.entry().orElseThrow().form())
                    .isEqualTo(before.entry().orElseThrow().form());
        }
        if (before.status() == VerificationStatus.VERIFIED) {
            assertThat(after.status()).isEqualTo(VerificationStatus.VERIFIED);
        }
    }
}
