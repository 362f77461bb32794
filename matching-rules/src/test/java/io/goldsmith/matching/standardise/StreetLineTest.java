package io.goldsmith.matching.standardise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Street lines in parts. */
class StreetLineTest {

    @ParameterizedTest
    @CsvSource({
        "'12 bis, rue de la Paix, appt 4', 12 BIS, RUE DE LA PAIX,     APPARTEMENT 4",
        "'12-14 rue Haute',                12,     RUE HAUTE,          ''",
        "'rue du 8 Mai 1945',              '',     RUE DU 8 MAI 1945,  ''",
        "'8 rue du 8 Mai 1945',            8,      RUE DU 8 MAI 1945,  ''",
        "'12A r. Haute',                   12 A,   RUE HAUTE,          ''",
        "'Le Bourg',                       '',     LE BOURG,           ''",
        "'appt 4',                         '',     '',                 APPARTEMENT 4",
    })
    void hasNumberStreetAndUnits(String raw, String number, String street, String units) {
        Standardised.Value standard = (Standardised.Value) Streets.standardise(raw);

        assertThat(StreetLine.of(standard.text())).isEqualTo(new StreetLine(number, street, units));
    }
}
