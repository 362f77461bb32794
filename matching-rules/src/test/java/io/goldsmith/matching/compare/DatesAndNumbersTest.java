package io.goldsmith.matching.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.record.SemanticType;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesAndNumbersTest {

    private static final int FIRST_DAY = (int) LocalDate.of(1000, 1, 1).toEpochDay();
    private static final int DAYS = 900_000;

    @Property
    void daysAreCountedAsTheCalendarDoes(
            @ForAll @IntRange(max = DAYS) int one, @ForAll @IntRange(max = DAYS) int other) {
        int first = PackedDate.parse(LocalDate.ofEpochDay(FIRST_DAY + one).toString());
        int second = PackedDate.parse(LocalDate.ofEpochDay(FIRST_DAY + other).toString());
        assertThat(PackedDate.dayNumber(second) - PackedDate.dayNumber(first)).isEqualTo(other - one);
    }

    /** A date with one digit replaced or two neighbouring characters exchanged, or another date altogether. */
    @Property
    void oneDigitOffIsOneEditOfTheText(
            @ForAll @IntRange(max = DAYS) int day,
            @ForAll @IntRange(max = DAYS) int anyOther,
            @ForAll @IntRange(max = 9) int position,
            @ForAll @IntRange(max = 11) int change) {
        String one = LocalDate.ofEpochDay(FIRST_DAY + day).toString();
        StringBuilder edited = new StringBuilder(one);
        if (change < 10 && one.charAt(position) != '-') {
            edited.setCharAt(position, (char) ('0' + change));
        } else if (change == 10 && position < 9) {
            edited.setCharAt(position, one.charAt(position + 1));
            edited.setCharAt(position + 1, one.charAt(position));
        } else {
            edited =
                    new StringBuilder(LocalDate.ofEpochDay(FIRST_DAY + anyOther).toString());
        }
        String other = edited.toString();
        assertThat(OneColumn.holds(SemanticType.DATE, "one-digit-off", one, other))
                .as("%s and %s", one, other)
                .isEqualTo(EditDistance.DAMERAU.bounded(one, other, 1) <= 1);
    }

    @ParameterizedTest
    @CsvSource({
        "1980-12-03,1980-21-03,true",
        "1980-12-03,1981-02-03,false",
        "1980-12-03,1980-10-23,false",
        "1980-12-03,1980-12-30,true",
        "1980-12,1980-13,true",
        "1980-12,1980-12-03,false",
        "1980,1908,true"
    })
    void oneDigitOffKnowsWhereDigitsStand(String one, String other, boolean isOneOff) {
        assertThat(OneColumn.holds(SemanticType.DATE, "one-digit-off", one, other))
                .isEqualTo(isOneOff);
    }

    @ParameterizedTest
    @CsvSource({
        "1650,16500000",
        "1650-03,16500300",
        "1650-03-17,16500317",
        "165,0",
        "1650/03,0",
        "1650-3-17,0",
        "ABCD,0"
    })
    void datesKeepWhatTheySay(String text, int packed) {
        assertThat(PackedDate.parse(text)).isEqualTo(packed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "12; 12",
                "-3.5; -3.5",
                "+3,5; 3.5",
                "1 234,50; 1234.5",
                "1.234,50; 1234.5",
                "1,234.50; 1234.5",
                "1,234,567; 1234567",
                "12 m; NaN",
                "-; NaN",
                "1-2; NaN",
                ".; NaN"
            })
    void numbersAreReadAsPeopleWriteThem(String text, Double number) {
        assertThat(Numbers.parse(text)).isEqualTo(number);
    }

    @Test
    void distancesOnTheGlobe() {
        Points points = Points.of(OneColumn.of(List.of(
                        "48.8566,2.3522", "45.7640,4.8357", "48.8566, 2.3522", "0,179.5", "0;-179.5", "91,0", "Paris"))
                .columns()
                .get(0));
        assertThat(points.kilometres(1, 2)).as("Paris and Lyon").isCloseTo(391.5, Offset.offset(0.5));
        assertThat(points.kilometres(1, 3)).isZero();
        assertThat(points.kilometres(4, 5)).as("over the date line").isCloseTo(111.2, Offset.offset(0.1));
        assertThat(points.within(1, 2, 391)).isFalse();
        assertThat(points.within(1, 2, 392)).isTrue();
        assertThat(points.within(1, 6, 40_000)).as("no latitude of 91 degrees").isFalse();
        assertThat(points.within(1, 7, 40_000)).as("a name is no point").isFalse();
    }
}
