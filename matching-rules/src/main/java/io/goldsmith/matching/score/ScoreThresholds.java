package io.goldsmith.matching.score;

import java.util.List;

/**
 * Priors and thresholds as weights, in the units of {@link MatchWeight}.
 *
 * @param rivals what a pair is measured against, strangers first; at most four
 * @param priors for each rival the weight that a pair's sum against it starts from
 * @param automatic from here on a pair is a MATCH
 * @param review from here on, below {@code automatic}, a pair is a POSSIBLE_MATCH
 */
public record ScoreThresholds(List<Rival> rivals, List<Integer> priors, int automatic, int review) {

    /** The most rivals that a pair can be measured against. */
    public static final int MOST_RIVALS = 2 * Weights.PER_WORD;

    public ScoreThresholds {
        rivals = List.copyOf(rivals);
        priors = List.copyOf(priors);
        if (rivals.isEmpty() || rivals.size() > MOST_RIVALS || rivals.size() != priors.size()) {
            throw new IllegalArgumentException("Expected 1 to " + MOST_RIVALS + " rivals with a prior each, but found "
                    + rivals.size() + " with " + priors.size() + ".");
        }
    }

    /** What a weight means. */
    public MatchGrade grade(int weight) {
        if (weight >= automatic) {
            return MatchGrade.MATCH;
        }
        return weight >= review ? MatchGrade.POSSIBLE_MATCH : MatchGrade.NO_MATCH;
    }
}
