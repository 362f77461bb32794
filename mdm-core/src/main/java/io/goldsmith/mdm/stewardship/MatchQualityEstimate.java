package io.goldsmith.mdm.stewardship;

import io.goldsmith.matching.evaluate.WilsonInterval;
import java.util.List;

/**
 * How good matching is, estimated from the answers to a stratified random sample of the stored pairs.
 *
 * <p>Each band's share of matches counts by the pairs that the band has, not by those that were drawn from it (the stratified estimator: W.
 * G. Cochran, "Sampling Techniques", 3rd edition 1977, chapter 5). Each share has the interval of E. B. Wilson (1927); the sum of
 * shares, the interval that recovers the variances from theirs: the distances of the bounds from the estimate add up as squares, weighted
 * (G. Y. Zou and A. Donner, "Construction of confidence limits about effect measures: a general approach", Statistics in Medicine 27,
 * 2008). A band without an answer counts as one half, with all from 0 to 1 possible. Pairs of which nobody can tell are left out.
 *
 * @param precision of the pairs at or above the automatic threshold, the share that matches
 * @param recall of the stored pairs that match, the share at or above the automatic threshold. Relative to candidates: pairs that no
 *     blocking rule brought together, or that scored below the review threshold, are not stored and not looked for. Its interval sets
 *     the bounds of the matches above and below the threshold against each other, and is therefore rather too wide than too narrow
 * @param answered how many answers it rests on
 * @param cannotTell of how many pairs nobody could tell
 */
public record MatchQualityEstimate(Share precision, Share recall, long answered, long cannotTell) {

    /** A share from 0 to 1 with its 95 percent interval. */
    public record Share(double value, double low, double high) {}

    /**
     * What is known of a band.
     *
     * @param above whether it is at or above the automatic threshold
     * @param pairs how many pairs it has
     */
    record Stratum(boolean above, long pairs, long matches, long nonMatches, long cannotTell) {

        private long answers() {
            return matches + nonMatches;
        }

        double share() {
            return answers() == 0 ? 0.5 : matches / (double) answers();
        }

        double low() {
            return WilsonInterval.lowerBound(matches, answers());
        }

        double high() {
            return WilsonInterval.upperBound(matches, answers());
        }
    }

    static MatchQualityEstimate of(List<Stratum> strata) {
        List<Stratum> above = strata.stream().filter(Stratum::above).toList();
        List<Stratum> below =
                strata.stream().filter(stratum -> !stratum.above()).toList();
        Share matchesAbove = matches(above);
        Share matchesBelow = matches(below);
        long pairsAbove = above.stream().mapToLong(Stratum::pairs).sum();
        return new MatchQualityEstimate(
                new Share(
                        part(matchesAbove.value, pairsAbove),
                        part(matchesAbove.low, pairsAbove),
                        pairsAbove == 0 ? 1 : matchesAbove.high / pairsAbove),
                new Share(
                        part(matchesAbove.value, matchesAbove.value + matchesBelow.value),
                        part(matchesAbove.low, matchesAbove.low + matchesBelow.high),
                        matchesAbove.high == 0 ? 1 : part(matchesAbove.high, matchesAbove.high + matchesBelow.low)),
                strata.stream().mapToLong(Stratum::answers).sum(),
                strata.stream().mapToLong(Stratum::cannotTell).sum());
    }

    private static double part(double some, double all) {
        return all == 0 ? 0 : some / all;
    }

    /** How many pairs of the bands match, with the bounds. */
    private static Share matches(List<Stratum> strata) {
        double matches = 0;
        double pairs = 0;
        double down = 0;
        double up = 0;
        for (Stratum stratum : strata) {
            matches += stratum.pairs * stratum.share();
            pairs += stratum.pairs;
            down += square(stratum.pairs * (stratum.share() - stratum.low()));
            up += square(stratum.pairs * (stratum.high() - stratum.share()));
        }
        return new Share(matches, Math.max(0, matches - Math.sqrt(down)), Math.min(pairs, matches + Math.sqrt(up)));
    }

    private static double square(double number) {
        return number * number;
    }
}
