package io.goldsmith.connect.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {

    @ParameterizedTest
    @CsvSource({
        "DUPONT Jean-Pierre, DUPONT, Jean-Pierre, as accounting writes it",
        "DE LA TOUR Anne Marie, DE LA TOUR, Anne Marie, particles are capitals too",
        "DUPONT JEAN, DUPONT, JEAN, all capitals: the first word is the family name",
        "Dupont Jean, Dupont, Jean, no capitals: the first word is the family name",
        "DUPONT, DUPONT, '', one word",
        "ÉTIENNE Zoé, ÉTIENNE, Zoé, accents"
    })
    void splitsAFullName(String full, String family, String given, String why) {
        PersonName name = PersonName.of(full);

        assertThat(name.family()).as(why).isEqualTo(family);
        assertThat(name.given()).as(why).isEqualTo(given);
    }

    @ParameterizedTest
    @CsvSource({"Dupont, JEAN-PIERRE, DUPONT Jean-Pierre", "d'Arc, Jeanne, D'ARC Jeanne"})
    void writesTheFamilyNameInCapitalsSoThatItReadsBack(String family, String given, String full) {
        String written = new PersonName(family, given).toString();

        assertThat(written).isEqualTo(full);
        assertThat(PersonName.of(written).toString()).isEqualTo(full);
    }
}
