package io.goldsmith.matching.standardise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostalAddressTest {

    @ParameterizedTest(name = "{0} is {1} ({2})")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            12bis, av. du Gal Leclerc         | 12 BIS AVENUE DU GENERAL LECLERC   | abbreviations
            12 bis avenue du Général Leclerc  | 12 BIS AVENUE DU GENERAL LECLERC   | the same in full
            12 B av du gal Leclerc            | 12 BIS AVENUE DU GENERAL LECLERC   | B for bis
            7 t rue Foch                      | 7 TER RUE FOCH                     | T for ter
            7quater rue Foch                  | 7 QUATER RUE FOCH                  | glued
            12-14 rue Foch                    | 12 14 RUE FOCH                     | a range
            3 r. St Jean                      | 3 RUE SAINT JEAN                   | a saint before a word
            3 bd Ste-Anne                     | 3 BOULEVARD SAINTE ANNE            | a female one
            n° 5, chem. des Prés              | 5 CHEMIN DES PRES                  | a word for number
            5 rue du 8 mai 1945               | 5 RUE DU 8 MAI 1945                | a year is no house number
            rue du 8 mai 1945                 | RUE DU 8 MAI 1945                  | nor without one
            rue de la Loi 16                  | 16 RUE DE LA LOI                   | Belgian order
            Route nationale 7                 | ROUTE NATIONALE 7                  | a road's number
            B.P. 123                          | BP 123                             | a box
            12 rue Foch BP 123                | 12 RUE FOCH BP 123                 | behind
            BP 123, 12 rue Foch               | 12 RUE FOCH BP 123                 | in front
            CS 12345                          | CS 12345                           | a box of a company
            P.O. Box 12                       | BP 12                              | an English box
            Postfach 12                       | BP 12                              | a German one
            L.D. Les Granges                  | LIEU DIT LES GRANGES               | a place without street
            lieu-dit Les Granges              | LIEU DIT LES GRANGES               | in full
            Bât. B, 12 rue Foch, Appt 4       | 12 RUE FOCH BATIMENT B APPARTEMENT 4 | inside the house
            12 rue Foch appartement 4 bât B   | 12 RUE FOCH BATIMENT B APPARTEMENT 4 | in any order
            12 rue Foch 3ème étage            | 12 RUE FOCH ETAGE 3                | a floor
            12 rue Foch esc. C porte 12       | 12 RUE FOCH ESCALIER C PORTE 12    | stairs and door
            Rés. Les Lilas 12 rue Foch        | 12 RUE FOCH RESIDENCE LES LILAS    | a house's name in front
            44 forbes street                  | 44 FORBES STREET                   | other countries pass
            5 Main St                         | 5 MAIN STREET                      | a street at the end
            5 Main St, Apt 3                  | 5 MAIN STREET APPARTEMENT 3        | with a flat
            Flat 2, 10 Baker St               | 10 BAKER STREET APPARTEMENT 2      | in front
            10 Downing St.                    | 10 DOWNING STREET                  | with a dot
            5 St Johns Rd                     | 5 SAINT JOHNS ROAD                 | a saint and a road
            22 Acacia Ave                     | 22 ACACIA AVENUE                   | an avenue at the end
            Hauptstr. 5                       | 5 HAUPTSTRASSE                     | glued in German, number behind
            Hauptstraße 5                     | 5 HAUPTSTRASSE                     | in full
            Hauptstr. 5a                      | 5 A HAUPTSTRASSE                   | with a letter
            Berliner Str. 12-14               | 12 14 BERLINER STRASSE             | a word of its own
            Marktpl. 1                        | 1 MARKTPLATZ                       | a square
            Am Lindenweg 3                    | 3 AM LINDENWEG                     | a way
            Calle Mayor 5                     | 5 CALLE MAYOR                      | Spanish
            C/ Mayor, nº 5                    | 5 CALLE MAYOR                      | abbreviated
            Avda. de la Constitución 12       | 12 AVENIDA DE LA CONSTITUCION      | an avenue
            C/ Mayor 5, puerta 2              | 5 CALLE MAYOR PORTE 2              | a door
            Via Roma 12/B                     | 12 BIS VIA ROMA                    | Italian
            P.zza Garibaldi 3                 | 3 PIAZZA GARIBALDI                 | a square
            V.le Europa 10                    | 10 VIALE EUROPA                    | an avenue
            Kerkstraat 12                     | 12 KERKSTRAAT                      | Dutch
            Prinsengracht 263                 | 263 PRINSENGRACHT                  | a canal
            rue                               | (missing)                          | nothing but a word
            Adresse inconnue                  | (missing)                          | a placeholder
            """)
    void bringsAStreet(String raw, String expected, String why) {
        assertThat(StandardForm.of("postal-address/street", raw)).as(why).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is {1} ({2})")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            St-Étienne CEDEX 2                | SAINT ETIENNE          | CEDEX is for the post
            SAINT ETIENNE                     | SAINT ETIENNE          | in full
            Ste Foy lès Lyon                  | SAINTE FOY LES LYON    | a female saint
            Paris 15e                         | PARIS                  | districts are in the postcode
            PARIS 15                          | PARIS                  | without an ending
            Paris 1er arrondissement          | PARIS                  | in words
            Lyon 3 ème arr.                   | LYON                   | apart
            PARIS LA DEFENSE CEDEX            | PARIS LA DEFENSE       | behind a place
            75015 Paris                       | PARIS                  | the postcode in the same field
            F-75015 PARIS CEDEX 15            | PARIS                  | with everything
            1012 AB Amsterdam                 | AMSTERDAM              | a Dutch postcode
            London SW1A 1AA                   | LONDON                 | a British one behind
            Châlons s/Marne                   | CHALONS SUR MARNE      | on a river
            Aulnay s/s Bois                   | AULNAY SOUS BOIS       | under a wood
            L'Haÿ-les-Roses                   | L HAY LES ROSES        | a trema
            L’Haÿ les Roses                   | L HAY LES ROSES        | a typographic apostrophe
            Köln                              | KOLN                   | an umlaut
            's-Hertogenbosch                  | S HERTOGENBOSCH        | Dutch
            Le Havre                          | LE HAVRE               | an article stays
            N/C                               | (missing)              | a placeholder
            CEDEX                             | (missing)              | nothing else
            """)
    void bringsATown(String raw, String expected, String why) {
        assertThat(StandardForm.of("postal-address/town", raw)).as(why).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is {1} ({2})")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            F-75 001                          | 75001                  | the country is not part of it
            75001                             | 75001                  | as it is
            75001 Paris                       | 75001                  | with its town
            D-10115                           | 10115                  | German
            CH-8001                           | 8001                   | Swiss
            1012 ab                           | 1012AB                 | Dutch
            NL-1012 AB                        | 1012AB                 | Dutch, with its country
            sw1a 1aa                          | SW1A1AA                | British
            E1 6AN                            | E16AN                  | British, and not of Spain
            B1 1AA                            | B11AA                  | British, and not of Belgium
            tq13 8df                          | TQ138DF                | British
            12345-6789                        | 12345                  | American, with four more digits
            2A004                             | 2A004                  | Corsica's department is kept
            00000                             | (missing)              | a run
            99999                             | (missing)              | a run
            a very long text without any code | (refused)              | no postcode
            """)
    void bringsAPostcode(String raw, String expected, String why) {
        assertThat(StandardForm.of("postal-address/postcode", raw)).as(why).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Frankreich,FR",
        "FR,FR",
        "fra,FR",
        "Royaume-Uni,GB",
        "U.S.A.,US",
        "Pays-Bas,NL",
        "España,ES",
        "Nulland,(refused)",
        "NA,(missing)"
    })
    void bringsACountry(String raw, String expected) {
        assertThat(StandardForm.of("postal-address/country", raw)).isEqualTo(expected);
    }
}
