package io.goldsmith.matching.standardise;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.record.AttributeValues;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardiserTest {

    private static final List<String> KINDS = List.of(
            "person-name/given",
            "person-name/family",
            "person-name/full",
            "company-name/",
            "postal-address/street",
            "postal-address/postcode",
            "postal-address/town",
            "postal-address/country",
            "phone/",
            "email/",
            "date/",
            "identifier/siren",
            "identifier/siret",
            "identifier/vat",
            "identifier/iban",
            "identifier/",
            "code/",
            "text/");

    private static StandardRecord standard(String kind, String raw) {
        return Standardiser.of(List.of(StandardForm.attribute(kind)))
                .standardise(AttributeValues.of(Map.of("a", List.of(raw))));
    }

    @ParameterizedTest(name = "{0}: {1} is missing")
    @CsvSource({
        "person-name/family, INCONNU", "person-name/given, N/A", "person-name/given, xxx", "phone/, 00 00 00 00 00",
        "email/, test@test.fr", "date/, 01/01/1900", "company-name/, non renseigné", "postal-address/postcode, 00000"
    })
    void takesPlaceholdersForMissing(String kind, String raw) {
        StandardRecord standard = standard(kind, raw);
        assertThat(standard.values().isKnown("a")).isFalse();
        assertThat(standard.problems()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} is refused")
    @CsvSource({
        "email/, jean.dupont",
        "date/, 31/31/1980",
        "date/, hier",
        "identifier/siren, 732829321",
        "identifier/siren, 12",
        "identifier/siret, 73282932000075",
        "identifier/vat, FR45732829320",
        "identifier/iban, FR1420041010050500013M02607",
        "phone/, 12",
        "postal-address/country, Nulland"
    })
    void reportsWhatCannotBeStandardisedWithoutTheValue(String kind, String raw) {
        StandardRecord standard = standard(kind, raw);
        assertThat(standard.values().isKnown("a")).isFalse();
        assertThat(standard.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.attribute()).isEqualTo("a");
            assertThat(problem.reason()).isNotEmpty().doesNotContain(raw);
        });
    }

    @Test
    void standardisesOneValueAsTheRecord() {
        Standardiser standardiser =
                Standardiser.of(List.of(StandardForm.attribute("person-name/family"), StandardForm.attribute("date/")));
        assertThat(standardiser.standardise(0, "Lefèvre")).isEqualTo(new Standardised.Value("LEFEVRE"));
        assertThat(standardiser.standardise(1, "03/12/1980")).isEqualTo(new Standardised.Value("1980-12-03"));
        assertThat(standardiser.standardise(1, "")).isEqualTo(Standardised.MISSING);
        assertThat(standardiser.standardise(1, "x".repeat(1001))).isInstanceOf(Standardised.Refused.class);
    }

    @Test
    void keepsAnAttributeKnownThatWasEmptiedOnPurpose() {
        AttributeValues raw = AttributeValues.of(Map.of("a", List.of()));
        AttributeValues values = Standardiser.of(List.of(StandardForm.attribute("phone/")))
                .standardise(raw)
                .values();
        assertThat(values.isKnown("a")).isTrue();
        assertThat(values.all("a")).isEmpty();
    }

    @Property(tries = 10_000)
    void isIdempotent(@ForAll("kinds") String kind, @ForAll("raws") String raw) {
        AttributeValues once = standard(kind, raw).values();
        once.first("a")
                .ifPresent(value -> assertThat(standard(kind, value)).isEqualTo(new StandardRecord(once, List.of())));
    }

    @Provide
    Arbitrary<String> kinds() {
        return Arbitraries.of(KINDS);
    }

    @Provide
    Arbitrary<String> raws() {
        Arbitrary<String> words = Arbitraries.of(
                        "12",
                        "bis",
                        "av",
                        "St",
                        "Étienne",
                        "CEDEX",
                        "SARL",
                        "Ets",
                        "&",
                        "M.",
                        "DUPONT",
                        "Jean-Luc",
                        "de",
                        "la",
                        "O'Brien",
                        "03/12/1980",
                        "+33",
                        "0612345678",
                        "a@b.fr",
                        ",",
                        "B",
                        "ST",
                        "15e",
                        "732829320",
                        "rue",
                        "ß",
                        "F-75001",
                        "et",
                        "société",
                        "(0)1",
                        "-",
                        "Mc",
                        "O",
                        "D",
                        "L",
                        "III",
                        "Jr.",
                        "née",
                        "Hauptstr.",
                        "STR",
                        "Via",
                        "appt",
                        "étage",
                        "3ème",
                        "7",
                        "n°",
                        "mai",
                        "1945",
                        "GmbH",
                        "S.A.",
                        "C/",
                        "Rés.",
                        "test",
                        "DE HEER",
                        "1012 AB",
                        "s/s",
                        "arr.",
                        "TER")
                .list()
                .ofMaxSize(6)
                .map(list -> String.join(" ", list));
        return Arbitraries.oneOf(words, Arbitraries.strings().ofMaxLength(20));
    }
}
