package io.goldsmith.matching.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.block.BlockingStatistics;
import io.goldsmith.matching.block.BlockingStatistics.RuleStatistics;
import io.goldsmith.matching.block.LargeBlock;
import io.goldsmith.matching.block.LargeBlock.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BlockingChartTest {

    @Test
    void showsTheReductionRatioAndTheValueBehindALargeBlockEscaped() {
        RuleStatistics rule = new RuleStatistics(
                "town",
                900,
                20,
                50,
                4000,
                1000,
                1,
                0,
                1,
                77_421,
                0,
                List.of(new LargeBlock("<PARIS>", 394, Outcome.GIVEN_UP)));
        String html = new BlockingChart(new BlockingStatistics(1000, 499_500, List.of(rule)), Optional.of(0.9)).html();
        assertThat(html)
                .contains("ratio of 0.997998")
                .contains("&lt;PARIS&gt;")
                .contains("394")
                .contains("given up")
                .contains("90.0 % of the labelled matches")
                .contains("77,421")
                .doesNotContain("<PARIS>");
    }
}
