package io.goldsmith.matching.standardise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailsTest {

    @ParameterizedTest(name = "{0} is {1} ({2})")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Jean.Dupont@Example.ORG           | jean.dupont@example.org       | lower case
            jean+news@example.org             | jean+news@example.org         | a tag stays
            mailto:jean@example.org           | jean@example.org              | a link
            Jean Dupont <Jean@example.org>    | jean@example.org              | a name in front
            jean@example.org;                 | jean@example.org              | a separator behind
            jean@sub.example.co.uk            | jean@sub.example.co.uk        | a deep domain
            andré@exämple.org                 | andré@exämple.org             | other letters
            test@test.fr                      | (missing)                     | a placeholder
            noreply@shop.example.org          | (missing)                     | nobody's
            john@doe.com                      | (missing)                     | nobody's
            aucun                             | (missing)                     | a word for none
            jean.dupont                       | (refused)                     | no domain
            jean@example                      | (refused)                     | no top level
            jean@@example.org                 | (refused)                     | two signs
            jean..dupont@example.org          | (refused)                     | an empty part
            jean dupont@example.org           | (refused)                     | a space
            @example.org                      | (refused)                     | nobody
            jean@.org                         | (refused)                     | an empty label
            """)
    void bringsAnAddress(String raw, String expected, String why) {
        assertThat(StandardForm.of("email/", raw)).as(why).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} reaches {1} ({2})")
    @CsvSource(delimiter = '|', textBlock = """
            jean.dupont+news@gmail.com     | jeandupont@gmail.com      | dots and tags are ignored
            jeandupont@googlemail.com      | jeandupont@gmail.com      | another name of the provider
            jean.dupont+news@example.org   | jean.dupont@example.org   | dots count elsewhere
            jean-news@yahoo.fr             | jean@yahoo.fr             | a hyphen before the tag
            jean-luc@example.org           | jean-luc@example.org      | a hyphen counts elsewhere
            +news@example.org              | +news@example.org         | something stays
            """)
    void knowsTheMailboxOfAnAddress(String address, String key, String why) {
        assertThat(EmailParts.of(address).key()).as(why).isEqualTo(key);
    }
}
