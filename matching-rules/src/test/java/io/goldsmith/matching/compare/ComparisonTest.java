package io.goldsmith.matching.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.matching.record.SemanticType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    private static final List<String> LEVELS =
            List.of("exact", "swapped", "swapped:0.9", "swapped-part", "typo", "else");

    @ParameterizedTest(name = "{0} {1} and {2} {3}: {4} ({5})")
    @CsvSource(
            delimiter = ';',
            value = {
                "JEAN; DUPONT; JEAN; DUPONT; exact; the same",
                "JEAN; DUPONT; DUPONT; JEAN; swapped; swapped",
                "JEANNE; DUPONT; DUPOND; JEANE; swapped:0.9; swapped and misspelt",
                "JEAN; DUPONT; DUPOND; PIERRE; else; one side alone is no swap",
                "DUPONT; ''; JEAN; DUPONT; swapped-part; the family name stands as given name",
                "JEAN; DUPONT; DUPONT; ''; swapped-part; the same the other way round",
                "DUPONT; ''; JEAN; MARTIN; else; another family name",
                "DUPONT; ''; JEAN; ''; else; nothing to be swapped with",
                "MARTIN; ''; MARTINE; ''; typo; the values themselves",
                "MARTIN; MARTIN; MARTIN; MARTIN; exact; agreement counts before any swap",
                "''; DUPONT; DUPONT; JEAN; missing; a missing value is evidence of nothing",
                "''; ''; ''; ''; missing; both are missing"
            })
    void namesAreFoundSwapped(
            String given, String family, String otherGiven, String otherFamily, String expected, String why) {
        RecordTable table = people(List.of(List.of(given, family), List.of(otherGiven, otherFamily)));
        Comparison comparison = given(table);
        assertThat(levelOf(comparison, 0, 1)).as(why).isEqualTo(expected);
        assertThat(levelOf(comparison, 1, 0)).as("the other way round").isEqualTo(expected);
        assertThat(comparison.isSwapped(0, 1)).isEqualTo(expected.startsWith("swapped"));
        int swapped = comparison.swappedLevel(0, 1);
        assertThat(swapped < 0 ? "none" : LEVELS.get(swapped))
                .isEqualTo(expected.startsWith("swapped") ? expected : "none");
    }

    private static String levelOf(Comparison comparison, int left, int right) {
        int level = comparison.level(left, right);
        return level == Comparison.MISSING ? "missing" : LEVELS.get(level);
    }

    private static RecordTable people(List<List<String>> names) {
        RecordTable.Builder builder = RecordTable.builder(List.of(
                new AttributeDefinition("given", SemanticType.PERSON_NAME, "given", false),
                new AttributeDefinition("family", SemanticType.PERSON_NAME, "family", false)));
        for (int row = 0; row < names.size(); row++) {
            builder.add(
                    new RecordId("", "%06d".formatted(row)),
                    AttributeValues.of(Map.of(
                            "given", List.of(names.get(row).get(0)),
                            "family", List.of(names.get(row).get(1)))));
        }
        return builder.build();
    }

    private static Comparison given(RecordTable table) {
        List<LevelSettings> levels = LEVELS.stream()
                .map(level -> new LevelSettings(level, 0.5, 0.5, false))
                .toList();
        return Comparison.of(new ComparisonSettings("", "given", "family", ComparisonKind.NAME, levels), table);
    }

    @Test
    void aSwapNeedsTheOtherAttribute() {
        RecordTable table = OneColumn.of(List.of("JEAN", "DUPONT"));
        assertThatThrownBy(() -> OneColumn.comparison(table, "swapped:0.9"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"swapped\"")
                .hasMessageContaining("swapped-with");
        assertThatThrownBy(() -> OneColumn.comparison(table, "alike"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("alike");
    }

    @Test
    void ofSeveralValuesTheBestPairCounts() {
        RecordTable table = OneColumn.of(
                List.of(
                        List.of("0611111111", "0622222222", "0633333333"),
                        List.of("0622222222", "0644444444", "0611111111"),
                        List.of("0655555555", "0633333333"),
                        List.of("0633333334"),
                        List.of()),
                true);
        Comparison comparison = OneColumn.comparison(table, "common:2", "exact", "damerau:1");
        assertThat(comparison.level(0, 1)).as("two numbers in common").isEqualTo(0);
        assertThat(comparison.level(0, 2)).as("one number in common").isEqualTo(1);
        assertThat(comparison.level(0, 3)).as("one digit off the third").isEqualTo(2);
        assertThat(comparison.level(1, 3)).as("nothing alike").isEqualTo(3);
        assertThat(comparison.level(3, 3)).as("one number is not two in common").isEqualTo(1);
        assertThat(comparison.level(0, 4)).isEqualTo(Comparison.MISSING);
    }

    @Provide
    Arbitrary<List<String>> values() {
        Arbitrary<String> words =
                Arbitraries.of("JEAN", "JEANNE", "J", "DUPONT", "DUPOND", "12", "12B", "BOB", "ROBERT", "MARIE");
        return words.list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(parts -> String.join(" ", parts))
                .list()
                .ofMinSize(2)
                .ofMaxSize(6);
    }

    @Property(tries = 100)
    void everyLevelIsSymmetricAndBlindToTheNumberingOfValues(@ForAll("values") List<String> values, @ForAll long seed) {
        List<String> order = new ArrayList<>(values);
        Collections.shuffle(order, new Random(seed));
        for (String level : Level.known()) {
            if (level.startsWith("swapped")) {
                continue;
            }
            Comparison plain = OneColumn.comparison(OneColumn.of(values), level);
            Comparison shuffled = OneColumn.comparison(OneColumn.of(order), level);
            for (int one = 0; one < values.size(); one++) {
                for (int other = 0; other < values.size(); other++) {
                    int expected = plain.level(one, other);
                    assertThat(plain.level(other, one)).as(level).isEqualTo(expected);
                    int there = order.indexOf(values.get(one));
                    int thereToo = order.indexOf(values.get(other));
                    assertThat(shuffled.level(there, thereToo)).as(level).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void manyThreadsFindTheSame() {
        Random random = new Random(7);
        List<List<String>> names = IntStream.range(0, 300)
                .mapToObj(row -> List.of(word(random), word(random)))
                .toList();
        RecordTable table = people(names);
        Comparison alone = given(table);
        Comparison shared = given(table);
        int[] expected = IntStream.range(0, 90_000)
                .map(pair -> alone.level(pair / 300, pair % 300))
                .toArray();
        int[] found = IntStream.range(0, 90_000)
                .parallel()
                .map(pair -> shared.level(pair / 300, pair % 300))
                .toArray();
        assertThat(found).isEqualTo(expected);
        assertThat(Arrays.stream(expected).distinct().count()).as("levels seen").isGreaterThan(3);
    }

    private static String word(Random random) {
        return random.nextInt(9) == 0
                ? ""
                : "MARTIN" + (char) ('A' + random.nextInt(6)) + (char) ('A' + random.nextInt(3));
    }
}
