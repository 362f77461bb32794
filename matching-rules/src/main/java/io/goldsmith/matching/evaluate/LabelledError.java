package io.goldsmith.matching.evaluate;

import java.util.Objects;

/**
 * A pair that clusters and labels see differently.
 *
 * @param left the row whose record id is the smaller
 * @param right the row whose record id is the greater
 * @param weight the pair's match weight, in the units of {@link io.goldsmith.matching.score.MatchWeight}
 * @param cause how it came about
 */
public record LabelledError(int left, int right, int weight, Cause cause) {

    public LabelledError {
        Objects.requireNonNull(cause, "cause");
    }

    /** How a pair came to be joined wrongly, or missed. */
    public enum Cause {
        /** Joined: the pair itself is a MATCH. */
        MATCHED("the pair itself is a match"),
        /** Joined: through other records. */
        CHAINED("joined through other records"),
        /** Missed: no blocking rule brings the pair. */
        NOT_COMPARED("no blocking rule brings the pair"),
        /** Missed: below the review threshold. */
        BELOW_REVIEW("below the review threshold"),
        /** Missed: between the thresholds, so that a person is asked. */
        TO_REVIEW("between the thresholds"),
        /** Missed: a MATCH that clustering cut. */
        CUT("a match that clustering cut");

        private final String words;

        Cause(String words) {
            this.words = words;
        }

        /** What a report says. */
        public String words() {
            return words;
        }
    }
}
