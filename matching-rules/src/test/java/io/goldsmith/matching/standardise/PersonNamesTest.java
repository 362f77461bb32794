package io.goldsmith.matching.standardise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNamesTest {

    @ParameterizedTest(name = "{0}: {1} is {2} ({3})")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            given  | Jean-Pierre              | JEAN PIERRE            | a hyphen parts words
            given  | JEAN PIERRE              | JEAN PIERRE            | so does a space
            given  | Mme Élodie               | ELODIE                 | a French title
            given  | Herr Dr. Jürgen          | JURGEN                 | German titles
            given  | J.-P.                    | J P                    | initials stay apart
            given  | M. Jean                  | JEAN                   | a title of one letter
            given  | M A                      | M A                    | but not before another letter
            given  | M.                       | M                      | never the last word
            given  | Jeanne-d’Arc             | JEANNE DARC            | a typographic apostrophe joins too
            given  | X Æ                      | X AE                   | ligatures
            given  | Jose\u0301               | JOSE                   | accents that stand by themselves
            family | D'Artagnan               | DARTAGNAN              | an apostrophe joins
            family | D Artagnan               | DARTAGNAN              | as its absence does
            family | O Brien                  | OBRIEN                 | an Irish particle
            family | Mc Donald                | MCDONALD               | a Scottish one
            family | de l'Isle                | DE LISLE               | an article inside
            family | Lefèvre                  | LEFEVRE                | accents are folded
            family | Müller                   | MULLER                 | a German one
            family | Weiß                     | WEISS                  | sharp s
            family | Núñez                    | NUNEZ                  | a tilde
            family | van der Berg             | VAN DER BERG           | Dutch particles stay
            family | della Rovere             | DELLA ROVERE           | Italian ones too
            family | St-Exupéry               | SAINT EXUPERY          | a saint
            family | Dupont née Martin        | DUPONT                 | another name of hers
            family | Schmidt geb. Meyer       | SCHMIDT                | the same in German
            family | Smith Jr.                | SMITH                  | a suffix
            family | Windsor III              | WINDSOR                | a number
            family | Dott.ssa Rossi           | ROSSI                  | an Italian title in two words
            family | Prof. Dr. h.c. Weber     | WEBER                  | academic titles
            family | Sra. García              | GARCIA                 | a Spanish title
            family | de heer Jansen           | JANSEN                 | a Dutch title
            family | Mevr. de Vries           | DE VRIES               | a title before a particle
            full   | DUPONT Jean-Pierre       | JEAN PIERRE DUPONT     | capitals in front are the family name
            full   | DE LA TOUR Marie         | MARIE DE LA TOUR       | with its particles
            full   | O'BRIEN Patrick          | PATRICK OBRIEN         | with an apostrophe
            full   | M. DUPONT Jean           | JEAN DUPONT            | behind a title
            full   | Dupont, Jean             | JEAN DUPONT            | the comma decides
            full   | Tour, Jean de la         | JEAN DE LA TOUR        | particles behind the given name
            full   | Dr. Smith, John, Jr.     | JOHN SMITH             | titles and suffixes around
            full   | John Smith, Jr.          | JOHN SMITH             | a suffix behind the comma
            full   | James Smith, PhD         | JAMES SMITH            | a degree behind the comma
            full   | M. Jean de la Tour       | JEAN DE LA TOUR        | particles belong to the family name
            full   | JEAN DUPONT              | JEAN DUPONT            | capitals alone say nothing
            full   | Ludwig van Beethoven     | LUDWIG VAN BEETHOVEN   | a Dutch particle
            full   | Thomas Clifford, 1st Baron Clifford of Chudleigh | THOMAS CLIFFORD 1ST BARON CLIFFORD OF CHUDLEIGH | a comma before something else
            given  | INCONNU                  | (missing)              | a placeholder
            given  | N/A                      | (missing)              | a placeholder
            family | XXX                      | (missing)              | a run
            family | Mr Test                  | (missing)              | a placeholder behind a title
            full   | John Doe                 | (missing)              | nobody
            given  | ' -                      | (missing)              | nothing
            """)
    void bringsAName(String part, String raw, String expected, String why) {
        String given = raw.replace("\\u0301", "\u0301");
        assertThat(StandardForm.of("person-name/" + part, given)).as(why).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"'DUPONT Jean',JEAN,DUPONT", "Madonna,'',MADONNA", "'de Gaulle, Charles',CHARLES,DE GAULLE"})
    void cutsAFullName(String raw, String given, String family) {
        assertThat(FullName.parse(raw)).isEqualTo(new FullName(given, family));
    }
}
