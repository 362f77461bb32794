package io.goldsmith.matching.standardise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.iban4j.CountryCode;
import org.iban4j.Iban;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;
import org.iban4j.bban.BbanStructure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifiersTest {

    @ParameterizedTest(name = "{0}: {1} is {2} ({3})")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            siren | 732 829 320                    | 732829320         | spaces
            siren | 732829321                      | (refused)         | a wrong check digit
            siren | 12                             | (refused)         | too short
            siren | 73282932000074                 | 732829320         | inside a SIRET
            siren | FR44732829320                  | 732829320         | inside a VAT number
            siren | RCS 732 829 320                | 732829320         | of the register
            siren | 000000000                      | (missing)         | zeros, though Luhn holds
            siren | 123456789                      | (missing)         | sequential
            siret | 732 829 320 00074              | 73282932000074    | spaces
            siret | 73282932000075                 | (refused)         | a wrong check digit
            siret | 35600000000048                 | 35600000000048    | La Poste
            vat   | fr 44 732829320                | FR44732829320     | France
            vat   | FR45732829320                  | (refused)         | a wrong key
            vat   | FR4Z123456782                  | FR4Z123456782     | a French key with a letter
            vat   | FRK7399859412                  | FRK7399859412     | a letter first
            vat   | DE 136 695 976                 | DE136695976       | Germany
            vat   | DE136695978                    | (refused)         | a wrong digit
            vat   | ATU13585627                    | ATU13585627       | Austria
            vat   | ATU13585626                    | (refused)         | a wrong digit
            vat   | CHE-107.787.577 IVA            | CHE107787577      | Switzerland
            vat   | CHE-107.787.578 IVA            | (refused)         | a wrong digit
            vat   | GB 980 7806 84                 | GB980780684       | the United Kingdom
            vat   | GB802311781                    | (refused)         | a wrong digit
            vat   | ES54362315K                    | ES54362315K       | a Spanish person
            vat   | ES54362315Z                    | (refused)         | a wrong letter
            vat   | ESX2482300W                    | ESX2482300W       | a foreigner in Spain
            vat   | ESB58378431                    | ESB58378431       | a Spanish company
            vat   | ESB58378432                    | (refused)         | a wrong digit
            vat   | IT 00743110157                 | IT00743110157     | Italy
            vat   | IT00743110158                  | (refused)         | a wrong digit
            vat   | NL4495445B01                   | (refused)         | zeros are missing
            vat   | NL004495445B01                 | NL004495445B01    | the Netherlands
            vat   | NL123456789B13                 | NL123456789B13    | the new rule
            vat   | NL123456789B90                 | (refused)         | a wrong number
            vat   | BE 428759497                   | BE0428759497      | Belgium before its zero
            vat   | BE0431150351                   | (refused)         | a wrong number
            vat   | LU15027442                     | LU15027442        | Luxembourg
            vat   | LU15027443                     | (refused)         | a wrong number
            vat   | PL8567346215                   | PL8567346215      | another country by its form
            vat   | en cours                       | (missing)         | a placeholder
            iban  | FR14 2004 1010 0505 0001 3M02 606 | FR1420041010050500013M02606 | spaces
            iban  | IBAN DE89 3704 0044 0532 0130 00  | DE89370400440532013000 | the word in front
            iban  | FR1420041010050500013M02607    | (refused)         | wrong check digits
            iban  | ZZ1420041010050500013M02606    | (refused)         | no such country
            ''    | ab-12 34                       | AB1234            | an identifier of no known kind
            ''    | 12345                          | 12345             | a short number may be one
            """)
    void bringsAnIdentifier(String part, String raw, String expected, String why) {
        assertThat(StandardForm.of("identifier/" + part.replace("'", ""), raw))
                .as(why)
                .isEqualTo(expected);
    }

    @Property(tries = 3000)
    void judgesAccountsAsTheLibraryDoes(@ForAll("accounts") String account) {
        boolean right = Ibans.standardise(account) instanceof Standardised.Value;
        assertThat(right).isEqualTo(isRightByLibrary(account));
    }

    private static boolean isRightByLibrary(String account) {
        try {
            IbanUtil.validate(account);
            return true;
        } catch (Iban4jException wrong) {
            return false;
        }
    }

    @Provide
    Arbitrary<String> accounts() {
        Arbitrary<CountryCode> countries = Arbitraries.of(List.copyOf(BbanStructure.supportedCountries()));
        Arbitrary<Integer> places = Arbitraries.integers().between(0, 40);
        return Combinators.combine(countries, places, Arbitraries.of('A', '7', '9', 'Z'), Arbitraries.integers())
                .as((country, place, replacement, seed) -> {
                    String right = new Iban.Builder(new Random(seed))
                            .countryCode(country)
                            .buildRandom()
                            .toString();
                    // Beyond the end: as it is.
                    return place >= right.length()
                            ? right
                            : right.substring(0, place) + replacement + right.substring(place + 1);
                });
    }
}
