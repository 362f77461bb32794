package io.goldsmith.dmp.anonymise;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.dmp.profile.Generalisation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HierarchyTest {

    @ParameterizedTest
    @CsvSource({
        "AGE_BAND, 35-39, 35-39 > 30-39 > 20-39 > any",
        "AGE_BAND, 0-4, 0-4 > 0-9 > 0-19 > any",
        "AGE_BAND, 85-89, 85-89 > 80-89 > 80+ > any",
        "AGE_BAND, 90+, 90+ > 90+ > 80+ > any",
        "BIRTH_YEAR_BAND, 1995-1999, 1995-1999 > 1990-1999 > 1980-1999 > any",
        "BIRTH_YEAR, 1984, 1984 > 1980-1984 > 1980-1989 > 1980-1999 > any",
        "DEPARTMENT, 69, 69 > Auvergne-Rhône-Alpes > France > any",
        "DEPARTMENT, 2A, 2A > Corse > France > any",
        "DEPARTMENT, 974, 974 > Outre-mer > France > any",
        "DEPARTMENT, abroad, abroad > abroad > abroad > any",
        "DEPARTMENT, unknown, unknown > unknown > unknown > any",
        "SOCIO_PROFESSIONAL_CATEGORY, 37, 37 > managers and higher professions > at work > any",
        "SOCIO_PROFESSIONAL_CATEGORY, retraite, retraite > retired > retired > any",
        "SOCIO_PROFESSIONAL_CATEGORY, employe, employe > employees > at work > any",
        "SOCIO_PROFESSIONAL_CATEGORY, astronaut, astronaut > other > other > any",
        "KEEP, madame, madame > any",
    })
    void valuesBecomeCoarserLevelByLevel(Generalisation generalisation, String value, String expected) {
        Hierarchy hierarchy = Hierarchies.of(generalisation);
        List<String> chain = new ArrayList<>();
        for (int level = 0; level <= hierarchy.height(); level++) {
            chain.add(hierarchy.up(value, 0, level));
        }
        assertThat(chain).containsExactly(expected.split(" > "));
    }
}
