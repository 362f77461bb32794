package io.goldsmith.matching.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TokenOverlapTest {

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("RUE", "PONT", "DU", "12", "12B", "LYON", "PONTS")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(words -> String.join(" ", words));
    }

    @Property
    void equalsSetsOfWords(@ForAll("texts") String one, @ForAll("texts") String other) {
        TokenTexts tokens =
                TokenTexts.of(OneColumn.of(List.of(one, other)).columns().get(0));
        int second = one.equals(other) ? 1 : 2;
        Set<String> ones = new HashSet<>(List.of(one.split(" ")));
        Set<String> others = new HashSet<>(List.of(other.split(" ")));
        Set<String> shared = new HashSet<>(ones);
        shared.retainAll(others);
        Set<String> all = new HashSet<>(ones);
        all.addAll(others);
        assertThat(tokens.count(1)).isEqualTo(ones.size());
        assertThat(TokenOverlap.shared(tokens, 1, second)).isEqualTo(shared.size());
        assertThat(TokenOverlap.jaccard(tokens, 1, second)).isEqualTo(shared.size() / (double) all.size());
        assertThat(TokenOverlap.overlap(tokens, 1, second))
                .isEqualTo(shared.size() / (double) Math.min(ones.size(), others.size()));
        assertThat(TokenOverlap.subset(tokens, 1, second))
                .isEqualTo(ones.containsAll(others) || others.containsAll(ones));
    }

    @Test
    void wordsArePartedByBlanksAndPunctuationAndKeepOtherLetters() {
        TokenTexts tokens = TokenTexts.of(
                OneColumn.of(List.of(" l'été, à  l'été ", "--")).columns().get(0));
        assertThat(tokens.count(1)).isEqualTo(3);
        assertThat(tokens.texts().text(tokens.token(tokens.start(1)))).isEqualTo("l");
        assertThat(tokens.count(2)).isZero();
        assertThat(TokenOverlap.subset(tokens, 1, 2))
                .as("no word is no evidence")
                .isFalse();
    }

    @Test
    void numbersAreReadFromTheBeginningOfWords() {
        TokenTexts tokens = TokenTexts.of(
                OneColumn.of(List.of("12B A12 007 1234567890")).columns().get(0));
        List<String> numbers = IntStream.range(tokens.start(1), tokens.end(1))
                .map(tokens::token)
                .mapToObj(token ->
                        tokens.texts().text(token) + " " + (tokens.isNumber(token) ? tokens.number(token) : "-"))
                .toList();
        assertThat(numbers).containsExactly("007 7", "1234567890 1234567890", "12B 12", "A12 -");
    }
}
