package io.goldsmith.matching.standardise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyNamesTest {

    @ParameterizedTest(name = "{0} is {1} ({2})")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            S.A.R.L. Dupont & Fils            | DUPONT ET FILS          | the legal form says nothing
            SARL DUPONT ET FILS               | DUPONT ET FILS          | the same without dots
            Dupont et Fils S. A. R. L.        | DUPONT ET FILS          | the same behind, with spaces
            Dupont and Fils                   | DUPONT ET FILS          | another and
            Ets. Martin SAS                   | MARTIN                  | noise and form at both ends
            Société à responsabilité limitée Durand | DURAND            | the form in full
            SARL                              | SARL                    | something stays
            S.N.C.F.                          | SNCF                    | an acronym
            SNCF                              | SNCF                    | the same without dots
            L'Oréal S.A.                      | OREAL                   | an elided article
            SA L OREAL                        | OREAL                   | the same without its apostrophe
            SARL L'Atelier                    | ATELIER                 | behind a form
            S A R L AMBULANCES DU LAC         | AMBULANCES DU LAC       | a form before a vowel
            Müller GmbH & Co. KG              | MULLER                  | a German form in four words
            Müller GmbH                       | MULLER                  | a German form
            Schmidt e.K.                      | SCHMIDT                 | a German merchant
            Huber Ges.m.b.H.                  | HUBER                   | an Austrian form
            Acme Ltd.                         | ACME                    | a British form
            Acme Co., Ltd                     | ACME                    | in two words
            Acme, Inc.                        | ACME                    | an American form
            Talleres Pérez, S.L.              | TALLERES PEREZ          | a Spanish form
            Rossi S.r.l.                      | ROSSI                   | an Italian form
            Rossi S.p.A.                      | ROSSI                   | another
            Jansen B.V.                       | JANSEN                  | a Dutch form
            NV Peeters                        | PEETERS                 | a Belgian form in front
            AB InBev                          | AB INBEV                | two letters that are a name in front
            Smith Bros                        | SMITH BROTHERS          | an abbreviation
            H&M                               | H ET M                  | letters around an ampersand
            Groupe SEB Holding France         | SEB HOLDING             | noise at both ends, two words stay
            Air France                        | AIR FRANCE              | a name of two words
            La Poste                          | POSTE                   | an article
            N.C.                              | (missing)               | a placeholder
            Particulier                       | (missing)               | no company
            SARL TEST                         | (missing)               | a placeholder with a form
            """)
    void bringsACompanyName(String raw, String expected, String why) {
        assertThat(StandardForm.of("company-name/", raw)).as(why).isEqualTo(expected);
    }
}
