package io.goldsmith.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextDifferenceTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    Lefebvre,  Lefèvre,     Lef,      eb,   vre
                    DUPONT,    Dupont,      DUPONT,   "",   ""
                    Dupont,    Dupond,      Dupon,    t,    ""
                    14 bis rue, 14 rue,     "14 ",    "bis ", rue
                    14 rue,    14 bis rue,  "14 ",    "",   rue
                    aa,        a,           a,        a,    ""
                    """)
    void cutsATextWhereItDiffers(String text, String other, String before, String different, String after) {
        TextDifference cut = TextDifference.of(text, other);

        assertThat(cut).isEqualTo(new TextDifference(before, different, after));
        assertThat(cut.before() + cut.different() + cut.after()).isEqualTo(text);
    }

    @Test
    void doesNotCutAnEmojiInHalf() {
        assertThat(TextDifference.of("a😀", "a😁").different()).isEqualTo("😀");
    }

    @Test
    void leavesAValueThatTheOtherSideHasElsewherePlain() {
        assertThat(TextDifference.of(List.of("one", "two"), List.of("two")))
                .extracting(TextDifference::different)
                .containsExactly("one", "");
    }
}
