package io.goldsmith.matching.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;

class QGramsTest {

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .withCharRange('a', 'c')
                        .withChars('ÿ')
                        .ofMinLength(1)
                        .ofMaxLength(12),
                Arbitraries.strings().withCharRange('a', 'c').ofMinLength(60).ofMaxLength(70),
                Arbitraries.strings().withChars('a', 'я').ofMinLength(1).ofMaxLength(8));
    }

    @Property
    void diceCountsSharedPairsAsOftenAsTheyOccur(@ForAll("texts") String one, @ForAll("texts") String other) {
        List<String> left = new ArrayList<>(grams(other));
        long shared = grams(one).stream().filter(left::remove).count();
        int all = grams(one).size() + grams(other).size();
        double expected = grams(one).isEmpty() || grams(other).isEmpty() ? 0 : 2.0 * shared / all;
        assertThat(QGrams.dice(one, other)).isEqualTo(expected).isEqualTo(QGrams.dice(other, one));
        PackedTexts texts = OneColumn.packed(one, other);
        if (expected > 0) {
            assertThat(PackedQGrams.diceAtLeast(texts, 0, 1, expected)).isTrue();
        }
        assertThat(PackedQGrams.diceAtLeast(texts, 0, 1, Math.nextUp(expected))).isFalse();
    }

    @Property
    void cosineIsTheAngleBetweenTheCounts(@ForAll("texts") String one, @ForAll("texts") String other) {
        Map<String, Long> ones =
                grams(one).stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Map<String, Long> others =
                grams(other).stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        double product = ones.keySet().stream()
                .mapToDouble(gram -> ones.get(gram) * others.getOrDefault(gram, 0L))
                .sum();
        double expected = product == 0 ? 0 : product / (length(ones) * length(others));
        double cosine = QGrams.cosine(one, other);
        assertThat(cosine).isCloseTo(expected, Offset.offset(1e-12)).isEqualTo(QGrams.cosine(other, one));
        PackedTexts texts = OneColumn.packed(one, other);
        if (cosine > 0) {
            assertThat(PackedQGrams.cosineAtLeast(texts, 0, 1, cosine)).isTrue();
        }
        assertThat(PackedQGrams.cosineAtLeast(texts, 0, 1, Math.nextUp(cosine))).isFalse();
    }

    private static double length(Map<String, Long> counts) {
        return Math.sqrt(
                counts.values().stream().mapToDouble(count -> count * count).sum());
    }

    private static List<String> grams(String text) {
        List<String> grams = new ArrayList<>();
        for (int position = 1; position < text.length(); position++) {
            grams.add(text.substring(position - 1, position + 1));
        }
        return grams;
    }
}
