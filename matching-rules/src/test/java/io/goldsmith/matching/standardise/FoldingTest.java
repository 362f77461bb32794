package io.goldsmith.matching.standardise;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FoldingTest {

    @Property(tries = 5000)
    void foldsByTheTableAsByTheRule(@ForAll("texts") String text) {
        assertThat(Folding.words(text)).isEqualTo(Folding.foldAnyScript(text, true, false));
        assertThat(Folding.joinedWords(text)).isEqualTo(Folding.foldAnyScript(text, true, true));
        assertThat(Folding.compact(text)).isEqualTo(Folding.foldAnyScript(text, false, false));
    }

    @Property(tries = 2000)
    void leavesFoldedWordsAsTheyAre(@ForAll("texts") String text) {
        String words = Folding.words(text);
        assertThat(Folding.words(words)).isEqualTo(words);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> latin = Arbitraries.strings()
                .withCharRange(' ', '\u024f')
                .withChars("'’‘`´-éèàçßœŒæŸ\u00a0 ")
                .ofMaxLength(12);
        return Arbitraries.oneOf(
                latin,
                Arbitraries.strings().ascii().ofMaxLength(12),
                Arbitraries.strings().ofMaxLength(8));
    }
}
