package io.goldsmith.matching.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.matching.record.AttributeValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFormTest {

    private static List<String> texts(String transform, String value) {
        return KeyForm.parse(transform).orElseThrow().texts(value);
    }

    @ParameterizedTest
    @CsvSource({
        "whole, DE LA TOUR, DE LA TOUR, the value as it is",
        "words, DE LA TOUR MAUBOURG, TOUR|MAUBOURG, particles bring nothing together",
        "words, LI XU, LI XU, short words alone stand for themselves",
        "words, DUPONT DUPONT, DUPONT, a word counts once",
        "qgrams:3, DUPONT, DUP|UPO|PON|ONT, every run",
        "qgrams:3, DU PONT, DUP|UPO|PON|ONT, spaces mean nothing",
        "qgrams:3, AB, AB, a short value stands for itself",
        "qgrams:2, AAAA, AA, a run counts once",
    })
    void takesTheseTextsOfAValue(String transform, String value, String expected, String why) {
        assertThat(texts(transform, value)).as(why).containsExactlyInAnyOrder(expected.split("\\|"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "word",
                "words:3",
                "qgrams",
                "qgrams:1",
                "qgrams:10",
                "minhash",
                "minhash:8",
                "minhash:33x2",
                "minhash:0x2",
                "minhash:8x0"
            })
    void refusesWhatIsNoTransform(String text) {
        assertThat(Blocking.isTransform(text)).isFalse();
        assertThatThrownBy(() ->
                        Blocking.of(List.of(new BlockingRule(List.of(new KeyPart("a", text + "?")), List.of()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("minhash:BANDSxROWS");
    }

    @Test
    void givesABoundedNumberOfKeysAndKeepsMostOfThemWhenALetterChanges() {
        String text = IntStream.range(0, 300).mapToObj(Integer::toString).reduce("", String::concat);
        Set<String> shared = new HashSet<>(texts("qgrams:4", text));
        assertThat(shared).hasSize(KeyForm.MOST_TEXTS);
        shared.retainAll(texts("qgrams:4", text.replaceFirst("50", "X")));
        assertThat(shared).hasSizeGreaterThan(KeyForm.MOST_TEXTS - 8);
    }

    @Test
    void bringsSimilarTextsTogetherByMinHashAboutAsOftenAsTheFormulaSays() {
        Random random = new Random(3);
        int bands = 8;
        int rows = 3;
        int trials = 400;
        int together = 0;
        int unlike = 0;
        double expected = 0;
        for (int trial = 0; trial < trials; trial++) {
            String text = letters(random, 60);
            String changed = text.substring(0, 40) + letters(random, 20);
            expected += 1 - Math.pow(1 - Math.pow(jaccard(text, changed), rows), bands);
            together += Collections.disjoint(texts("minhash:8x3", text), texts("minhash:8x3", changed)) ? 0 : 1;
            unlike +=
                    Collections.disjoint(texts("minhash:8x3", text), texts("minhash:8x3", letters(random, 60))) ? 0 : 1;
        }
        assertThat((double) together / trials).isBetween(expected / trials - 0.08, expected / trials + 0.08);
        assertThat(unlike).isLessThan(trials / 20);
        assertThat(texts("minhash:8x3", letters(random, 60))).hasSize(8).doesNotHaveDuplicates();
    }

    private static String letters(Random random, int length) {
        return random.ints(length, 'A', 'Z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static double jaccard(String one, String other) {
        Set<String> all = new HashSet<>(QGramKeys.grams(one, 3));
        Set<String> shared = new HashSet<>(all);
        shared.retainAll(new HashSet<>(QGramKeys.grams(other, 3)));
        all.addAll(QGramKeys.grams(other, 3));
        return (double) shared.size() / all.size();
    }

    @Test
    void keepsTheSameKeysOfARecordWithTooManyWhateverTheOrderOfItsValues() {
        Blocking blocking = Blocking.of(List.of(Things.rule("tag+tag")));
        List<String> tags = new ArrayList<>(
                IntStream.range(0, 100).mapToObj(tag -> "T" + tag).toList());
        List<BlockingKey> keys = blocking.keys(AttributeValues.of(Map.of("tag", tags)));
        Collections.reverse(tags);
        assertThat(blocking.keys(AttributeValues.of(Map.of("tag", tags))))
                .isEqualTo(keys)
                .hasSize(RecordKeys.MOST)
                .doesNotHaveDuplicates();
    }
}
