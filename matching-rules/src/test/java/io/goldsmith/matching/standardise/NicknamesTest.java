package io.goldsmith.matching.standardise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NicknamesTest {

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "BOB,ROBERT,true", "ROBERT,BOB,true", "JP,JEAN PIERRE,true", "J P,JEAN PIERRE,true", "JM,JEAN PIERRE,false",
        "SEPP,JOSEF,true", "PEPE,JOSE,true", "BEPPE,GIUSEPPE,true", "KEES,CORNELIS,true", "MANU,EMMANUEL,true",
        "BOB,WILLIAM,false", "JEAN,PIERRE,false", "'',ROBERT,false"
    })
    void knowsFormsOfOneName(String one, String other, boolean same) {
        assertThat(Nicknames.sameName(one, other)).isEqualTo(same);
        assertThat(Nicknames.sameName(other, one)).isEqualTo(same);
    }

    @Test
    void holdsNamesInStandardForm() {
        List<List<String>> groups = WordFile.groups("nicknames");
        assertThat(groups).hasSizeGreaterThan(300);
        assertThat(groups)
                .allSatisfy(group -> assertThat(group)
                        .hasSizeGreaterThan(1)
                        .allSatisfy(
                                name -> assertThat(Folding.joinedWords(name)).isEqualTo(name)));
    }
}
