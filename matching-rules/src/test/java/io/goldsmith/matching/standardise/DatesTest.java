package io.goldsmith.matching.standardise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

    @ParameterizedTest(name = "{0} is {1} ({2})")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            1980-12-03                | 1980-12-03   | ISO
            1980-12-03T10:15:00Z      | 1980-12-03   | with a time
            03/12/1980 10:15          | 1980-12-03   | with a time of day
            03/12/1980                | 1980-12-03   | day first
            3.12.1980                 | 1980-12-03   | German
            3 12 1980                 | 1980-12-03   | spaces
            1980/12/3                 | 1980-12-03   | year first
            19801203                  | 1980-12-03   | eight digits
            03121980                  | 1980-12-03   | eight digits, day first
            03/12/80                  | 1980-12-03   | last century
            03/12/05                  | 2005-12-03   | this century
            12/25/1980                | 1980-12-25   | only that makes a date
            1980-25-12                | 1980-12-25   | exchanged in ISO too
            3 décembre 1980           | 1980-12-03   | French
            1er janvier 1980          | 1980-01-01   | an ordinal
            le 3 déc. 1980            | 1980-12-03   | abbreviated
            December 3rd, 1980        | 1980-12-03   | American
            3 Dec 80                  | 1980-12-03   | English
            03-DEC-80                 | 1980-12-03   | of a database
            3. Dezember 1980          | 1980-12-03   | German
            3. März 1980              | 1980-03-03   | with an umlaut
            3 de diciembre de 1980    | 1980-12-03   | Spanish
            3 dicembre 1980           | 1980-12-03   | Italian
            3 augustus 1980           | 1980-08-03   | Dutch
            1980 Dec 3                | 1980-12-03   | year first
            décembre 1980             | 1980-12      | a month
            1650                      | 1650         | a year
            vers 1650                 | 1650         | about a year
            1650-03                   | 1650-03      | a month of a year
            03/1650                   | 1650-03      | month first
            1980-00-00                | 1980         | month and day not known
            00/00/1980                | 1980         | the same, day first
            1980-12-00                | 1980-12      | the day not known
            99/12/1980                | 1980-12      | the same, by nines
            1867-02-30                | 1867-02      | a day that its month has not
            31/04/1980                | 1980-04      | the same, day first
            29/02/1900                | 1900-02      | no leap year
            29/02/2000                | 2000-02-29   | a leap year
            0000-00-00                | (missing)    | nothing known
            00/00/0000                | (missing)    | nothing known
            01/01/1900                | (missing)    | a placeholder
            9999-12-31                | (missing)    | a placeholder
            inconnue                  | (missing)    | a placeholder
            31/31/1980                | (refused)    | no such month
            1980-13                   | (refused)    | no such month
            12                        | (refused)    | a number
            3 décembre                | (refused)    | no year
            hier                      | (refused)    | a word
            1 janvier février 1980    | (refused)    | two months
            12345678901               | (refused)    | digits
            """)
    void bringsADate(String raw, String expected, String why) {
        assertThat(StandardForm.of("date/", raw)).as(why).isEqualTo(expected);
    }

    @Property(tries = 500)
    void readsEveryDayInEveryForm(@ForAll @IntRange(min = 0, max = 60_000) int day) {
        LocalDate date = LocalDate.of(1930, 1, 2).plusDays(day % 36_000);
        String iso = date.toString();
        String expected = StandardForm.of("date/", iso);
        assertThat(expected).isIn(iso, StandardForm.MISSING);
        for (String pattern : new String[] {"dd/MM/yyyy", "d.M.yyyy", "yyyyMMdd", "d MMMM yyyy"}) {
            for (Locale locale : new Locale[] {
                Locale.FRENCH, Locale.ENGLISH, Locale.GERMAN, new Locale("es"), Locale.ITALIAN, new Locale("nl")
            }) {
                String written = DateTimeFormatter.ofPattern(pattern, locale).format(date);
                assertThat(StandardForm.of("date/", written)).as(written).isEqualTo(expected);
            }
        }
    }
}
