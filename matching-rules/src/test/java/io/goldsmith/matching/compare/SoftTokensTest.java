package io.goldsmith.matching.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

class SoftTokensTest {

    private static final double NEAR = 1e-4;

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("RUE", "RUES", "DUPONT", "DUPOND", "DUPONTS", "LECLERC", "LECLERCQ", "12", "13", "12B")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(words -> String.join(" ", words));
    }

    @Property
    void isTheMeanOfTheBestSimilarityOfEachWord(@ForAll("texts") String one, @ForAll("texts") String other) {
        if (one.equals(other)) {
            return;
        }
        TokenTexts tokens =
                TokenTexts.of(OneColumn.of(List.of(one, other)).columns().get(0));
        Set<String> ones = new TreeSet<>(List.of(one.split(" ")));
        Set<String> others = new TreeSet<>(List.of(other.split(" ")));
        double mean = mean(ones, others);
        assertThat(SoftTokens.atLeast(tokens, 1, 2, mean - NEAR)).isTrue();
        assertThat(SoftTokens.atLeast(tokens, 2, 1, mean - NEAR)).isTrue();
        assertThat(SoftTokens.atLeast(tokens, 1, 2, mean + NEAR)).isFalse();
        ones.removeIf(SoftTokensTest::isNumber);
        others.removeIf(SoftTokensTest::isNumber);
        boolean none = ones.isEmpty() || others.isEmpty();
        double words = none ? 0 : mean(ones, others);
        assertThat(SoftTokens.wordsAtLeast(tokens, 1, 2, words - NEAR)).isEqualTo(!none);
        assertThat(SoftTokens.wordsAtLeast(tokens, 2, 1, words + NEAR)).isFalse();
    }

    private static double mean(Set<String> ones, Set<String> others) {
        double sum = ones.stream().mapToDouble(word -> best(word, others)).sum()
                + others.stream().mapToDouble(word -> best(word, ones)).sum();
        return sum / (ones.size() + others.size());
    }

    private static double best(String word, Set<String> others) {
        return others.stream()
                .mapToDouble(other -> similarity(word, other))
                .max()
                .orElse(0);
    }

    private static double similarity(String word, String other) {
        if (isNumber(word) || isNumber(other)) {
            return word.equals(other) ? 1 : 0;
        }
        double similarity = new JaroWinklerSimilarity().apply(word, other);
        return similarity < 0.85 ? 0 : similarity;
    }

    private static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(0));
    }
}
