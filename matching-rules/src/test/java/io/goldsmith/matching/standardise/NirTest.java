package io.goldsmith.matching.standardise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NirTest {

    @ParameterizedTest(name = "{0}: {1} ({2})")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            185057800608491              | true  | fifteen characters
            1 85 05 78 006 084 91        | true  | in groups
            1.85.05.78.006.084.91        | true  | with dots
            185 057 800 608 491          | true  | in other groups
            2 55 08 14 168 025 38        | true  | a woman's
            185057800608492              | false | a wrong key
            385057800608491              | false | no sex
            185137800608491              | false | no month
            1850578006084                | false | no key
            1850578006084911             | false | sixteen digits
            18505780060843X              | false | a letter
            """)
    void knowsANumber(String text, boolean expected, String why) {
        assertThat(Nir.isOne(text)).as(why).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1} ({2})")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            NIR 185057800608491, à vérifier                 | true  | alone in a text
            n° 1 85 05 78 006 084 91 (assuré)               | true  | in groups
            tel 01 23 45 67 89 nir 1850578006084 91         | true  | key apart
            X185057800608491                                | false | a letter touches it
            1850578006084911                                | false | a longer number
            FR14 2004 1010 0505 0001 3M02 606               | false | an account
            732 829 320 00074                               | false | an establishment
            06 12 34 56 78, 06 98 76 54 32                  | false | phone numbers
            """)
    void findsANumberThatStandsAlone(String text, boolean expected, String why) {
        assertThat(Nir.isIn(text)).as(why).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2A,19", "2B,18"})
    void countsCorsicaByItsOldNumbers(String department, String counted) {
        long key = 97 - Long.parseLong("18505" + counted + "006084") % 97;
        String number = "18505" + department + "006084" + (key < 10 ? "0" : "") + key;
        assertThat(Nir.isOne(number)).isTrue();
        assertThat(Nir.isOne(number.toLowerCase(java.util.Locale.ROOT))).isTrue();
        assertThat(Nir.isOne(number.replace(department, "2C"))).isFalse();
    }
}
