package io.goldsmith.matching.compare;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.junit.jupiter.api.Test;

class JaroWinklerTest {

    private static final JaroWinklerSimilarity REFERENCE = new JaroWinklerSimilarity();

    /** Few letters make many matches out of order; the lengths lie on both sides of what a long holds. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> few = Arbitraries.strings().withCharRange('a', 'd').ofMaxLength(12);
        Arbitrary<String> names = Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withChars(' ', 'é', 'ÿ')
                .ofMaxLength(20);
        Arbitrary<String> around64 =
                Arbitraries.strings().withCharRange('a', 'f').ofMinLength(60).ofMaxLength(70);
        Arbitrary<String> wide =
                Arbitraries.strings().withChars('a', 'b', 'α', 'ў', '\u4e2d').ofMaxLength(12);
        Arbitrary<String> unlikeBeyondLatin =
                Arbitraries.strings().withCharRange('a', 'c').ofMaxLength(150);
        return Arbitraries.oneOf(few, names, around64, wide, unlikeBeyondLatin);
    }

    @Property(tries = 1500)
    void isToTheLastBitWhatCommonsTextSays(@ForAll("texts") String one, @ForAll("texts") String other) {
        double expected = reference(one, other);
        assertThat(JaroWinkler.similarity(one, other)).isEqualTo(expected);
        PackedTexts texts = OneColumn.packed(one, other);
        assertThat(JaroWinkler.similarityFrom(texts, 0, texts, 1, 0)).isEqualTo(expected);
        PackedTexts others = OneColumn.packed(other);
        assertThat(JaroWinkler.similarityFrom(texts, 0, others, 0, 0)).isEqualTo(expected);
    }

    private static double reference(String one, String other) {
        return Jaro.takesFirst(one, other) ? REFERENCE.apply(one, other) : REFERENCE.apply(other, one);
    }

    @Property(tries = 1500)
    void theBoundCutsNothingThatReachesIt(
            @ForAll("texts") String one, @ForAll("texts") String other, @ForAll("bounds") double bound) {
        double similarity = reference(one, other);
        PackedTexts texts = OneColumn.packed(one, other);
        assertThat(JaroWinkler.atLeast(texts, 0, texts, 1, bound)).isEqualTo(similarity >= bound);
        assertThat(JaroWinkler.atLeast(texts, 0, texts, 1, similarity)).isTrue();
        assertThat(JaroWinkler.atLeast(texts, 0, texts, 1, Math.nextUp(similarity)))
                .isFalse();
        assertThat(JaroWinkler.atLeast(texts, 1, texts, 0, bound)).isEqualTo(similarity >= bound);
    }

    /** Jaro is 0.7 here, from where a prefix counts; sums in another order come out just below. */
    @Test
    void theBoundCutsNothingThatAPrefixRaises() {
        String one = "b" + "a".repeat(29);
        String other = "baa";
        double similarity = reference(one, other);
        PackedTexts texts = OneColumn.packed(one, other);
        assertThat(similarity).isGreaterThan(0.75);
        assertThat(JaroWinkler.atLeast(texts, 0, texts, 1, similarity)).isTrue();
    }

    @Provide
    Arbitrary<Double> bounds() {
        return Arbitraries.integers().between(1, 100).map(percent -> percent / 100.0);
    }

    @Property(tries = 1500)
    void jaroIsTheSimilarityWithoutThePrefix(@ForAll("texts") String one, @ForAll("texts") String other) {
        double jaro = Jaro.similarity(one, other);
        double winkler = reference(one, other);
        int prefix = Math.min(4, CommonPrefix.length(one, other));
        assertThat(jaro < 0.7 ? jaro : jaro + 0.1 * prefix * (1.0 - jaro)).isEqualTo(winkler);
        assertThat(jaro).isBetween(0.0, 1.0).isEqualTo(Jaro.similarity(other, one));
        if (!one.equals(other)) {
            PackedTexts texts = OneColumn.packed(one, other);
            assertThat(Jaro.atLeast(texts, 0, 1, jaro)).isTrue();
            assertThat(Jaro.atLeast(texts, 0, 1, Math.nextUp(jaro))).isFalse();
        }
    }
}
