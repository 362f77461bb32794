package io.goldsmith.matching.block;

import java.util.Objects;

/**
 * One of the largest blocks of a rule, for a report.
 *
 * @param value what its records have in common, as text: personal data, as confidential as the records are
 * @param records how many records it has
 * @param outcome what became of it
 */
public record LargeBlock(String value, int records, Outcome outcome) {

    /** What became of a block. */
    public enum Outcome {
        /** Its pairs were made. */
        MADE,
        /** Its pairs were made although it has outgrown the bound since the refinement was frozen. */
        OUTGROWN,
        /** It was too large and split by a further part. */
        REFINED,
        /** It was too large and its pairs were given up. */
        GIVEN_UP
    }

    public LargeBlock {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(outcome, "outcome");
    }

    /** Size and outcome alone: the value does not belong in logs. */
    @Override
    public String toString() {
        return "LargeBlock[" + records + " records, " + outcome + "]";
    }
}
