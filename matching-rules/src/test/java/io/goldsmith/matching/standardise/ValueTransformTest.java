package io.goldsmith.matching.standardise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTransformTest {

    @ParameterizedTest(name = "{0} of {1} is {2}: {3}")
    @CsvSource({
        "whole, DUPONT JEAN, DUPONT JEAN, as it is",
        "prefix:3, DUPONT, DUP, the first characters",
        "prefix:9, DUPONT, '', a shorter value has no prefix",
        "suffix:3, DUPONT, ONT, the last characters",
        "suffix:9, DUPONT, '', a shorter value has no suffix",
        "month, 1980-02-01, 02, the month of a date",
        "month, 1980, '', a year alone has no month",
        "month-day, 1980-02-01, 02-01, for dates whose year was mistyped",
        "month-day, 1980-02, '', a month alone has no day",
        "year, 1980-02-01, 1980, the year of a date",
        "postcode-area, 75011, 75, two characters",
        "first-letter, DUPONT, D, one character",
        "first-token, JEAN PIERRE, JEAN, before the first space",
        "first-token, JEAN, JEAN, a value without space is one token",
        "last-token, MARIA DA SILVA, SILVA, behind the last space",
        "last-token, SILVA, SILVA, a value without space is one token",
        "digits-suffix:4, +33612345678, 8765, the last digits backwards",
        "digits-suffix:4, A12, '', too few digits",
        "sorted-letters, JEAN LUC, ACEJLNU, spaces left out",
        "sorted-words, MARIA DA SILVA, DA MARIA SILVA, words in order",
        "initials, MARIA DA SILVA, MDS, one letter a word",
        "local-part, jean.dupont@example.fr, jean.dupont, before the at sign",
        "domain, jean.dupont@example.fr, example.fr, behind the at sign",
        "domain, nobody, '', no at sign",
        "french-siren, FR40303265045, 303265045, the SIREN of a French VAT number",
        "french-siren, FR41303265045, '', the key does not fit",
        "french-siren, DE123456789, '', another country's number"
    })
    void takesOfAValueWhatItsWordSays(String word, String value, String taken, String why) {
        assertThat(ValueTransform.parse(word).orElseThrow().apply(value))
                .as(why)
                .isEqualTo(taken);
    }

    @Test
    void refusesUnknownWordsAndLengthsThatDoNotFit() {
        assertThat(ValueTransform.parse("prefix")).isEmpty();
        assertThat(ValueTransform.parse("prefix:0")).isEmpty();
        assertThat(ValueTransform.parse("prefix:100")).isEmpty();
        assertThat(ValueTransform.parse("whole:3")).isEmpty();
        assertThat(ValueTransform.parse("sorted")).isEmpty();
        assertThat(ValueTransform.words()).contains("prefix:N", "sorted-words", "french-siren");
    }
}
