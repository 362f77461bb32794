package io.goldsmith.matching.standardise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneticKeyTest {

    @ParameterizedTest(name = "{0} and {1} agree: {2}")
    @CsvSource({
        "DUPOND,DUPONT,true",
        "PHILIPPE,FILIP,true",
        "RENAUD,RENAULT,true",
        "THIBAUT,THIBAULT,true",
        "ARNAUD,ARNAULT,true",
        "LEFEVRE,LEFEBVRE,false",
        "GAUTHIER,GAUTIER,true",
        "CATHERINE,KATRINE,true",
        "CHRISTIAN,KRISTIAN,true",
        "MATHIEU,MATTHIEU,true",
        "QUENTIN,KENTIN,true",
        "GUILLEM,GUILEM,true",
        "YANNICK,JANNIC,true",
        "MEYER,MAIER,true",
        "MEYER,MEIER,true",
        "SCHMIDT,SCHMITT,true",
        "MUELLER,MULLER,true",
        "SCHWARTZ,SCHWARZ,true",
        "VOGEL,FOGEL,true",
        "WALTER,VALTER,true",
        "FISCHER,FISHER,true",
        "KNIGHT,NIGHT,true",
        "WRIGHTSON,RITSON,true",
        "STEPHEN,STEVEN,true",
        "PHILLIPS,PHILIPS,true",
        "SMITH,SMYTH,true",
        "CATHERINE,KATHERINE,true",
        "JACKSON,JAXON,true",
        "GONZALEZ,GONZALES,true",
        "JIMENEZ,GIMENEZ,true",
        "HERNANDEZ,ERNANDES,true",
        "VAZQUEZ,VASQUEZ,true",
        "GIANNI,JIANNI,true",
        "ROSSI,ROSI,true",
        "DIJKSTRA,DYKSTRA,true",
        "BRUIJN,BRUYN,true",
        "VAN DEN BERGH,VANDENBERG,true",
        "JANSEN,JANSSENS,true",
        "MARTIN,DURAND,false",
        "BERNARD,LEROY,false",
        "MOREAU,MOULIN,false",
        "PETIT,ROBERT,false",
        "MARTIN,NARCISSE,false",
        "THOMAS,TOMASI,false",
        "PAUL,PAUILLAC,false"
    })
    void agreesForNamesThatSoundAlike(String one, String other, boolean agree) {
        assertThat(PhoneticKey.of(one).equals(PhoneticKey.of(other)))
                .as(PhoneticKey.of(one) + " and " + PhoneticKey.of(other))
                .isEqualTo(agree);
    }

    @ParameterizedTest
    @CsvSource({"'',''", "12,''", "A,A", "H,''", "LI,L", "ROUSSEAU,RS"})
    void isShort(String name, String key) {
        assertThat(PhoneticKey.of(name)).isEqualTo(key);
    }
}
