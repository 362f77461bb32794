package io.goldsmith.connect.replicate;

/**
 * What a reconciliation shall do.
 *
 * @param repair whether to bring what drifted together, beyond reporting it
 * @param values whether the report holds the values that differ: personal data, for a person who asked for them
 * @param most how many drifted records the report names, 0 to {@value #LARGEST}; all are counted
 */
public record ReconciliationRequest(boolean repair, boolean values, int most) {

    /** The most records that a report names. */
    public static final int LARGEST = 10_000;

    /** @throws IllegalArgumentException if {@code most} is out of its range */
    public ReconciliationRequest {
        if (most < 0 || most > LARGEST) {
            throw new IllegalArgumentException(
                    "A report names 0 to " + LARGEST + " records, but " + most + " were asked for");
        }
    }
}
