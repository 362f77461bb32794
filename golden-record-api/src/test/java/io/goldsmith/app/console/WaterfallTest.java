package io.goldsmith.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.goldsmith.matching.score.ComparisonExplanation;
import io.goldsmith.matching.score.MatchGrade;
import io.goldsmith.matching.score.PairExplanation;
import io.goldsmith.matching.score.PairScore;
import io.goldsmith.matching.score.Rival;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaterfallTest {

    private final Waterfall waterfall = Waterfall.of(new PairExplanation(
            new PairScore(20_000, MatchGrade.POSSIBLE_MATCH),
            Rival.STRANGERS,
            -100_000,
            List.of(
                    compared("family_name", "exact", 150_000, -5_000),
                    compared("email", "missing", 0, 0),
                    compared("birth_date", "else", -30_000, 0))));

    @Test
    void startsEachBarWhereTheOneBeforeItEnded() {
        // The sum runs from -10 bits over +5 to +2; the width stands for 15 bits.
        assertThat(waterfall.bars())
                .extracting(Waterfall.Bar::x, Waterfall.Bar::width)
                .containsExactly(
                        tuple("0.00", "66.67"),
                        tuple("0.00", "100.00"),
                        tuple("100.00", "0.00"),
                        tuple("80.00", "20.00"),
                        tuple("66.67", "13.33"));
        assertThat(waterfall.zero()).isEqualTo("66.67");
    }

    @Test
    void tellsWhatSpeaksForAndAgainst() {
        assertThat(waterfall.bars())
                .extracting(Waterfall.Bar::kind)
                .containsExactly(
                        Waterfall.Kind.PRIOR,
                        Waterfall.Kind.FOR,
                        Waterfall.Kind.NOTHING,
                        Waterfall.Kind.AGAINST,
                        Waterfall.Kind.SUM);
        assertThat(waterfall.bars().get(1).rarity()).isEqualTo("common value");
    }

    private static ComparisonExplanation compared(String name, String level, int weight, int adjustment) {
        return new ComparisonExplanation(name, level, weight, adjustment, List.of("a"), List.of("b"));
    }
}
