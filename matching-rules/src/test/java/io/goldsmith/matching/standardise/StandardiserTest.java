package io.goldsmith.matching.standardise;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.SemanticType;
import java.util.List;
import java.util.Locale;
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

    private static AttributeDefinition attribute(String kind) {
        String[] parts = kind.split("/", 2);
        SemanticType type = SemanticType.valueOf(parts[0].replace('-', '_').toUpperCase(Locale.ROOT));
        return new AttributeDefinition("a", type, parts[1], false);
    }

    private static StandardRecord standard(String kind, String raw) {
        return Standardiser.of(List.of(attribute(kind))).standardise(AttributeValues.of(Map.of("a", List.of(raw))));
    }

    @ParameterizedTest(name = "{0}: {1} becomes {2} ({3})")
    @CsvSource(
            delimiter = ';',
            value = {
                "person-name/given; Jean-Pierre; JEAN PIERRE; a hyphen parts words",
                "person-name/family; D'Artagnan; DARTAGNAN; an apostrophe joins",
                "person-name/family; Lefèvre; LEFEVRE; accents are folded",
                "person-name/family; Œuvrard; OEUVRARD; ligatures are written out",
                "person-name/given; Mme Élodie; ELODIE; titles are dropped",
                "person-name/full; DUPONT Jean-Pierre; JEAN PIERRE DUPONT; capitals in front are the family name",
                "person-name/full; 'Dupont, Jean'; JEAN DUPONT; the comma decides",
                "person-name/full; M. Jean de la Tour; JEAN DE LA TOUR; particles belong to the family name",
                "company-name/; S.A.R.L. Dupont & Fils; DUPONT ET FILS; the legal form says nothing",
                "company-name/; Ets. Martin SAS; MARTIN; noise and form at both ends",
                "company-name/; SARL; SARL; something stays",
                "postal-address/street; '12bis, av. du Gal Leclerc'; 12 BIS AVENUE DU GENERAL LECLERC; abbreviations",
                "postal-address/street; 3 r. St Jean; 3 RUE SAINT JEAN; a saint before a word",
                "postal-address/street; 5 Main St; 5 MAIN STREET; a street at the end",
                "postal-address/street; 44 forbes street; 44 FORBES STREET; other countries pass",
                "postal-address/street; 7 b rue Foch; 7 BIS RUE FOCH; b for bis",
                "postal-address/town; St-Étienne CEDEX 2; SAINT ETIENNE; CEDEX is for the post",
                "postal-address/town; Paris 15e; PARIS; districts are in the postcode",
                "postal-address/postcode; F-75 001; 75001; the country is not part of it",
                "postal-address/country; Frankreich; FR; names in several languages",
                "phone/; 01 23.45-67 89; +33123456789; French unless it says so",
                "phone/; 0033 1 23 45 67 89; +33123456789; international prefix",
                "phone/; +44 20 7946 0958; +442079460958; another country",
                "email/; ' Jean.Dupont@Example.ORG '; jean.dupont@example.org; lower case",
                "date/; 03/12/1980; 1980-12-03; day first",
                "date/; 19801203; 1980-12-03; eight digits",
                "date/; 03/12/80; 1980-12-03; last century",
                "date/; 03/12/05; 2005-12-03; this century",
                "date/; 1980-12-03T10:15:00Z; 1980-12-03; with a time",
                "date/; 12/25/1980; 1980-12-25; only that makes a date",
                "identifier/siren; 732 829 320; 732829320; spaces",
                "identifier/siret; 73282932000074; 73282932000074; check digit right",
                "identifier/siret; 35600000000048; 35600000000048; La Poste",
                "identifier/vat; fr 44 732829320; FR44732829320; key fits the SIREN",
                "identifier/iban; FR14 2004 1010 0505 0001 3M02 606; FR1420041010050500013M02606; spaces",
                "code/; '  GOLD '; gold; lower case"
            })
    void bringsValuesToTheirCanonicalForm(String kind, String raw, String expected, String why) {
        assertThat(standard(kind, raw).values().first("a")).as(why).contains(expected);
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
        "date/, 31/02/1980",
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
    void keepsAnAttributeKnownThatWasEmptiedOnPurpose() {
        AttributeValues raw = AttributeValues.of(Map.of("a", List.of()));
        AttributeValues values =
                Standardiser.of(List.of(attribute("phone/"))).standardise(raw).values();
        assertThat(values.isKnown("a")).isTrue();
        assertThat(values.all("a")).isEmpty();
    }

    @Property(tries = 3000)
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
                        "-")
                .list()
                .ofMaxSize(5)
                .map(list -> String.join(" ", list));
        return Arbitraries.oneOf(words, Arbitraries.strings().ofMaxLength(20));
    }

    @Property(tries = 1000)
    void readsPlainFrenchNumbersAsTheLibraryDoes(@ForAll("frenchNumbers") String raw) {
        assertThat(new Standardised.Value(Phones.plainFrench(raw))).isEqualTo(Phones.byLibrary(raw));
    }

    @Provide
    Arbitrary<String> frenchNumbers() {
        return Arbitraries.strings()
                .numeric()
                .ofLength(8)
                .map(digits -> "06" + digits)
                .filter(digits -> !digits.endsWith("00000000"))
                .map(digits -> digits.replaceAll("(..)(..)(..)", "$1 $2.$3-"));
    }
}
