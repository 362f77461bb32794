package io.goldsmith.matching.score;

/** What a pair's match weight means under the two thresholds. */
public enum MatchGrade {
    /** At or above the automatic threshold: linked without asking. */
    MATCH,
    /** At or above the review threshold: a steward decides. */
    POSSIBLE_MATCH,
    /** Below the review threshold. */
    NO_MATCH
}
