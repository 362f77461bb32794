package io.goldsmith.matching.score;

/**
 * Prior and thresholds as weights, in the units of {@link MatchWeight}.
 *
 * @param prior where every pair's sum starts
 * @param automatic from here on a pair is a MATCH
 * @param review from here on, below {@code automatic}, a pair is a POSSIBLE_MATCH
 */
public record ScoreThresholds(int prior, int automatic, int review) {

    /** What a weight means. */
    public MatchGrade grade(int weight) {
        if (weight >= automatic) {
            return MatchGrade.MATCH;
        }
        return weight >= review ? MatchGrade.POSSIBLE_MATCH : MatchGrade.NO_MATCH;
    }
}
