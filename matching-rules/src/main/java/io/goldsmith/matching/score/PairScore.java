package io.goldsmith.matching.score;

/**
 * The score of one pair.
 *
 * @param weight the match weight with the prior, in the units of {@link MatchWeight}
 * @param grade what it means under the thresholds
 */
public record PairScore(int weight, MatchGrade grade) {

    /** The posterior match probability, from 0 to 1. */
    public double probability() {
        return MatchWeight.toProbability(weight);
    }
}
