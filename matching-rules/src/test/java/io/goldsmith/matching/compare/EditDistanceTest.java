package io.goldsmith.matching.compare;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class EditDistanceTest {

    record Pair(String one, String other) {}

    /** Short texts of few letters, and long ones of which one is the other with some edits. */
    @Provide
    Arbitrary<Pair> pairs() {
        Arbitrary<String> few = Arbitraries.strings().withCharRange('a', 'c').ofMaxLength(9);
        Arbitrary<String> some =
                Arbitraries.strings().withCharRange('a', 'h').withChars('é').ofMaxLength(90);
        Arbitrary<String> wide =
                Arbitraries.strings().withChars('a', 'я', '\u4e2d').ofMaxLength(9);
        Arbitrary<Pair> edited = Combinators.combine(
                        some, few, Arbitraries.integers().between(0, 90))
                .as((text, patch, at) -> {
                    int from = Math.min(at, text.length());
                    int to = Math.min(from + patch.length() / 2, text.length());
                    return new Pair(text, text.substring(0, from) + patch + text.substring(to));
                });
        return Arbitraries.oneOf(
                Combinators.combine(few, few).as(Pair::new),
                Combinators.combine(few, few).as(Pair::new),
                Combinators.combine(some, some).as(Pair::new),
                Combinators.combine(wide, wide).as(Pair::new),
                edited,
                edited);
    }

    @Property(tries = 2500)
    void equalsThePlainMatrix(@ForAll("pairs") Pair pair, @ForAll @IntRange(min = 1, max = 12) int bound) {
        for (EditDistance distance : EditDistance.values()) {
            int plain = plain(pair.one, pair.other, distance == EditDistance.DAMERAU);
            assertThat(distance.bounded(pair.one, pair.other, bound)).isEqualTo(Math.min(plain, bound + 1));
            assertThat(distance.bounded(pair.one, pair.other, 9999)).isEqualTo(plain);
            PackedTexts texts = OneColumn.packed(pair.one, pair.other);
            assertThat(distance.within(texts, 0, 1, bound)).isEqualTo(plain <= bound);
            assertThat(distance.within(texts, 1, 0, bound)).isEqualTo(plain <= bound);
            if (texts.length(0) > 0 && texts.length(1) > 0) {
                assertThat(distance.distance(texts, 0, 1, 64)).isEqualTo(plain);
            }
        }
    }

    /** The matrix as the textbooks have it. */
    private static int plain(String one, String other, boolean exchanges) {
        int[][] edits = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                char c = one.charAt(i - 1);
                char d = other.charAt(j - 1);
                edits[i][j] = Math.min(edits[i - 1][j], edits[i][j - 1]) + 1;
                edits[i][j] = Math.min(edits[i][j], edits[i - 1][j - 1] + (c == d ? 0 : 1));
                if (exchanges && i > 1 && j > 1 && c == other.charAt(j - 2) && d == one.charAt(i - 2)) {
                    edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }
        return edits[one.length()][other.length()];
    }
}
