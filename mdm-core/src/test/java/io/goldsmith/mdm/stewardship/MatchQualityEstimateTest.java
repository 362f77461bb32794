package io.goldsmith.mdm.stewardship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MatchQualityEstimateTest {

    private static MatchQualityEstimate.Stratum stratum(boolean above, long pairs, long matches, long nonMatches) {
        return new MatchQualityEstimate.Stratum(above, pairs, matches, nonMatches, 0);
    }

    @Test
    void aBandCountsByItsPairsAndNotByWhatWasDrawnFromIt() {
        MatchQualityEstimate estimate = MatchQualityEstimate.of(
                List.of(stratum(true, 9_000, 50, 0), stratum(true, 1_000, 25, 25), stratum(false, 2_000, 10, 40)));

        assertThat(estimate.precision().value()).isEqualTo(0.95, within(1e-12));
        assertThat(estimate.recall().value()).isEqualTo(9_500 / 9_900.0, within(1e-12));
    }

    @Test
    void oneBandHasTheIntervalOfWilson() {
        // 81 of 263: 0.2553 to 0.3662, the example of R. G. Newcombe, Statistics in Medicine 17 (1998), table I.
        MatchQualityEstimate estimate = MatchQualityEstimate.of(List.of(stratum(true, 100_000, 81, 182)));

        assertThat(estimate.precision().low()).isEqualTo(0.2553, within(5e-5));
        assertThat(estimate.precision().high()).isEqualTo(0.3662, within(5e-5));
    }

    @Test
    void aBandOfWhichNothingIsKnownMayBeAllOrNothing() {
        MatchQualityEstimate estimate =
                MatchQualityEstimate.of(List.of(stratum(true, 100, 0, 0), stratum(false, 100, 0, 0)));

        assertThat(estimate.precision()).isEqualTo(new MatchQualityEstimate.Share(0.5, 0, 1));
        assertThat(estimate.recall()).isEqualTo(new MatchQualityEstimate.Share(0.5, 0, 1));
    }

    @Test
    void theIntervalsHoldTheTruthInAtLeastNineOfTenDrawings() {
        Random random = new Random(42);
        double[] shares = {0.99, 0.8, 0.2};
        long[] pairs = {20_000, 3_000, 4_000};
        double above = shares[0] * pairs[0] + shares[1] * pairs[1];
        double precision = above / (pairs[0] + pairs[1]);
        double recall = above / (above + shares[2] * pairs[2]);
        int precise = 0;
        int recalled = 0;
        for (int drawing = 0; drawing < 1_000; drawing++) {
            List<MatchQualityEstimate.Stratum> strata = new ArrayList<>();
            for (int band = 0; band < 3; band++) {
                double share = shares[band];
                long matches =
                        random.doubles(40).filter(number -> number < share).count();
                strata.add(stratum(band < 2, pairs[band], matches, 40 - matches));
            }
            MatchQualityEstimate estimate = MatchQualityEstimate.of(strata);
            precise += holds(estimate.precision(), precision) ? 1 : 0;
            recalled += holds(estimate.recall(), recall) ? 1 : 0;
        }
        assertThat(precise).isGreaterThanOrEqualTo(900);
        assertThat(recalled).isGreaterThanOrEqualTo(900);
    }

    private static boolean holds(MatchQualityEstimate.Share share, double truth) {
        return share.low() <= truth && truth <= share.high();
    }
}
