package io.goldsmith.matching.compare;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelsTest {

    @ParameterizedTest(name = "{1} and {2} under {0}: {3} ({4})")
    @CsvSource(
            delimiter = ';',
            value = {
                "nickname; BOB; ROBERT; true; in the dictionary",
                "nickname; JP; JEAN PIERRE; true; initials of a compound",
                "nickname; PAUL; ROBERT; false; two names",
                "jaro-winkler:0.92; MARTINEZ; MARTINES; true; one letter",
                "damerau:1; DUPOTN; DUPONT; true; neighbours exchanged",
                "damerau:1; DUPO; DUPONT; false; two letters short",
                "phonetic; PHILIPPE; FILIP; true; sounds alike",
                "phonetic; RENAUD; RENAULT; true; sounds alike",
                "phonetic; MARTIN; BERNARD; false; sounds different",
                "prefix:3; L; LEO; true; an initial",
                "prefix:3; LEA; LEO; false; the third letter differs",
                "token-set:0.6; RUE DU PONT; RUE PONT; true; two of three words",
                "token-subset; GARCIA; GARCIA LOPEZ; true; one family name of two",
                "acronym; SNC; SOCIETE NATIONALE CHEMINS; true; first letters",
                "acronym; SNC; SOCIETE NATIONALE; false; a word too few",
                "day-month-swap; 1980-03-12; 1980-12-03; true; day and month",
                "one-digit-off; 1980-03-12; 1980-03-17; true; a digit",
                "same-year; 1980-03-12; 1980-11-01; true; the year",
                "same-local-part; jean@a.fr; jean@b.fr; true; another provider",
                "else; A; B; true; always"
            })
    void holdsAsTheTableSays(String level, String one, String other, boolean expected, String why) {
        Level parsed = Level.parse(level).orElseThrow();
        assertThat(parsed.holds(one, other)).as(why).isEqualTo(expected);
        assertThat(parsed.holds(other, one)).as("the other way round").isEqualTo(expected);
    }

    @Property
    void damerauEqualsThePlainRecursion(
            @ForAll @StringLength(max = 7) @CharRange(from = 'a', to = 'c') String one,
            @ForAll @StringLength(max = 7) @CharRange(from = 'a', to = 'c') String other,
            @ForAll @IntRange(min = 1, max = 4) int bound) {
        int plain = plain(one, other);
        assertThat(Kernels.damerau(one, other, bound)).isEqualTo(Math.min(plain, bound + 1));
    }

    /** Optimal string alignment by its definition. */
    private static int plain(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Math.max(one.length(), other.length());
        }
        int i = one.length();
        int j = other.length();
        String shorterOne = one.substring(0, i - 1);
        String shorterOther = other.substring(0, j - 1);
        int distance = Math.min(plain(shorterOne, other), plain(one, shorterOther)) + 1;
        int replaced = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        distance = Math.min(distance, plain(shorterOne, shorterOther) + replaced);
        boolean exchanged =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return exchanged ? Math.min(distance, plain(one.substring(0, i - 2), other.substring(0, j - 2)) + 1) : distance;
    }

    @ParameterizedTest
    @CsvSource({"jaro-winkler", "jaro-winkler:2", "exact:1", "damerau:0", "alike", "prefix:x"})
    void refusesLevelsThatAreNone(String level) {
        assertThat(Level.parse(level)).isEmpty();
    }
}
