package io.goldsmith.matching.standardise;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhonesTest {

    @ParameterizedTest(name = "{0} is {1} ({2})")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            01 44.55-66 77            | +33144556677    | French unless it says so
            0033 1 44 55 66 77        | +33144556677    | international prefix
            +33 (0)1 44 55 66 77      | +33144556677    | the trunk zero in brackets
            (01) 44/55/66/77          | +33144556677    | other separators
            Tél. : 01 44 55 66 77     | +33144556677    | a word in front
            +44 20 7946 0958          | +442079460958   | another country
            +49 (0)30 901820          | +4930901820     | a German one
            +39 06 698 1234           | +39066981234    | Italian numbers keep their zero
            00 00 00 00 00            | (missing)       | zeros
            06 66 66 66 66            | (missing)       | one digit over and over
            01 02 03 04 05            | (missing)       | made up
            01 23 45 67 89            | (missing)       | sequential
            123456789                 | (missing)       | sequential
            non renseigné             | (missing)       | a placeholder
            12                        | (refused)       | too short
            01 44 55                  | (refused)       | too short
            """)
    void bringsAPhoneNumber(String raw, String expected, String why) {
        assertThat(StandardForm.of("phone/", raw)).as(why).isEqualTo(expected);
    }

    @Property(tries = 4000)
    void readsPlainNumbersAsTheLibraryDoes(@ForAll("numbers") String raw) {
        assertThat(Phones.standardise(raw)).isEqualTo(Phones.byLibrary(raw));
    }

    @Provide
    Arbitrary<String> numbers() {
        Arbitrary<String> front = Arbitraries.of(
                "0", "+33", "+33 0", "+33 (0)", "0033", "+44", "0044 ", "+44 (0)", "+49", "+49 (0)", "+34", "+39",
                "+39 3", "+39 0", "+31", "+31 (0)", "+32", "+41", "+1", "+", "00", "");
        Arbitrary<String> digits =
                Arbitraries.strings().numeric().ofMinLength(7).ofMaxLength(11);
        Arbitrary<String> separator = Arbitraries.of("", " ", ".", "-", "\u00a0");
        return Combinators.combine(
                        front, digits, separator, Arbitraries.integers().between(1, 4))
                .as((country, national, between, every) -> {
                    StringBuilder raw = new StringBuilder(country);
                    for (int position = 0; position < national.length(); position++) {
                        raw.append(position % every == 0 ? between : "").append(national.charAt(position));
                    }
                    return raw.toString();
                });
    }
}
